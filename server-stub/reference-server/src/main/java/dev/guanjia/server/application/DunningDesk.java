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

    private final OpenArrears open;
    private final DunningCaseStore cases;
    private final DunningContactStore contacts;
    private final PayerNameStore names;
    private final CompanyTables tables;
    private final BusinessTime times;

    DunningDesk(
            OpenArrears open,
            DunningCaseStore cases,
            DunningContactStore contacts,
            PayerNameStore names,
            CompanyTables tables,
            BusinessTime times) {
        this.open = open;
        this.cases = cases;
        this.contacts = contacts;
        this.names = names;
        this.tables = tables;
        this.times = times;
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
     * Lists the levels of today by key.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<DunningLevel> levels(Caller caller, PageRequest request) {
        DunningLevels levels = tables.levels(caller.tenant(), times.today());
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
                .filter(key -> !isLevel(caller, place, key))
                .ifPresent(key -> given.unknown("level", key));
        given.end();
        Place where = open.place(caller.tenant(), place.community(), place.on());
        Page<CaseRow> page = cases.list(caller.tenant(), where.community(), filter, request);
        List<Seen> seen = seen(caller, where, page.items());
        return new Page<>(seen, page.nextCursor());
    }

    private boolean isLevel(Caller caller, Asked place, String key) {
        return tables.levels(caller.tenant(), place.on().orElseGet(times::today)).all().stream()
                .anyMatch(level -> level.key().equals(key));
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
        DunningLevels levels = tables.levels(caller.tenant(), place.day());
        return rows.stream()
                .map(
                        row -> {
                            Payer payer = row.dunning().payer();
                            List<Promise.Paid> payments = paid.getOrDefault(payer, List.of());
                            NextStep next = row.dunning().next(arrears, payments, levels);
                            return seen(row, next, arrears.asOf(), payments, known.get(payer));
                        })
                .toList();
    }

    private static Seen seen(
            CaseRow row, NextStep next, LocalDate day, List<Promise.Paid> payments, Known known) {
        DunningCase dunning = row.dunning();
        return new Seen(
                row,
                next,
                Optional.ofNullable(dunning.promise())
                        .map(promise -> promise.standing(day, payments)),
                known);
    }
}
