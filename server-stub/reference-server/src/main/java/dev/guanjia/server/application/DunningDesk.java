package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.billing.dunning.DunningLevel;
import dev.guanjia.billing.dunning.DunningLevels;
import dev.guanjia.billing.dunning.DunningState;
import dev.guanjia.billing.dunning.NextStep;
import dev.guanjia.billing.dunning.Promise;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.DunningCaseStore;
import dev.guanjia.server.store.DunningCaseStore.CaseRow;
import dev.guanjia.server.store.DunningCaseStore.Filter;
import dev.guanjia.server.store.DunningContactStore;
import dev.guanjia.server.store.DunningContactStore.ContactRow;
import dev.guanjia.server.store.PayerNameStore;
import dev.guanjia.server.store.PayerNameStore.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Dunning cases, each with what is to be done next and why. */
@Service
public class DunningDesk {

    private final DunningLevels levels = DunningLevels.load();
    private final OpenArrears open;
    private final DunningCaseStore cases;
    private final DunningContactStore contacts;
    private final PayerNameStore names;

    DunningDesk(
            OpenArrears open,
            DunningCaseStore cases,
            DunningContactStore contacts,
            PayerNameStore names) {
        this.open = open;
        this.cases = cases;
        this.contacts = contacts;
        this.names = names;
    }

    /**
     * A case on a day.
     *
     * @param row the case
     * @param next what is to be done next, and why
     * @param promise how the promise stands that holds; empty where none does
     * @param known what the payer and their units are called
     */
    public record Seen(
            CaseRow row, NextStep next, Optional<Promise.Standing> promise, Known known) {}

    /**
     * Lists the levels by key.
     *
     * @param request which page
     * @return the page
     */
    public Page<DunningLevel> levels(PageRequest request) {
        return Page.slice(levels.all(), request, DunningLevel::key);
    }

    /**
     * Lists the cases of a community in the order they were opened.
     *
     * @param caller who asks
     * @param place the community and the day; today if the day is empty
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<Seen> list(Caller caller, Asked place, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.state().ifPresent(state -> given.known("state", state, DunningState.class));
        filter.level()
                .filter(key -> levels.all().stream().noneMatch(level -> level.key().equals(key)))
                .ifPresent(key -> given.unknown("level", key));
        given.end();
        Place where = open.place(caller.tenant(), place.community(), place.on());
        Page<CaseRow> page = cases.list(caller.tenant(), where.community(), filter, request);
        List<Seen> seen = seen(caller, where, page.items());
        return new Page<>(seen, page.nextCursor());
    }

    /**
     * Which community and day is asked for.
     *
     * @param community the community
     * @param on the day; today if empty
     */
    public record Asked(String community, Optional<LocalDate> on) {}

    /**
     * Reads a case.
     *
     * @param caller who asks
     * @param id the case id
     * @param on the day for which the next step is told; today if empty
     * @return the case
     */
    public Seen get(Caller caller, String id, Optional<LocalDate> on) {
        CaseRow row = cases.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Place place = open.place(caller.tenant(), row.community(), on);
        return seen(caller, place, List.of(row)).get(0);
    }

    /**
     * Lists the contacts of a case, oldest first.
     *
     * @param caller who asks
     * @param id the case id
     * @param request which page
     * @return the page
     */
    public Page<ContactRow> contacts(Caller caller, String id, PageRequest request) {
        require(caller, id);
        return contacts.list(caller.tenant(), id, request);
    }

    void require(Caller caller, String id) {
        cases.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private List<Seen> seen(Caller caller, Place place, List<CaseRow> rows) {
        List<Payer> payers = rows.stream().map(row -> row.dunning().payer()).distinct().toList();
        Arrears arrears = open.of(caller.tenant(), place, payers);
        Map<Payer, List<Promise.Paid>> paid = open.paid(caller.tenant(), place, payers);
        Map<Payer, Known> known = names.of(caller.tenant(), place.community(), payers);
        return rows.stream()
                .map(row -> seen(row, arrears, paid, known.get(row.dunning().payer())))
                .toList();
    }

    private Seen seen(
            CaseRow row, Arrears arrears, Map<Payer, List<Promise.Paid>> paid, Known known) {
        DunningCase dunning = row.dunning();
        List<Promise.Paid> payments = paid.getOrDefault(dunning.payer(), List.of());
        return new Seen(
                row,
                dunning.next(arrears, payments, levels),
                Optional.ofNullable(dunning.promise())
                        .map(promise -> promise.standing(arrears.asOf(), payments)),
                known);
    }
}
