package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.billing.dunning.DunningCaseId;
import dev.guanjia.billing.dunning.DunningLevel;
import dev.guanjia.billing.dunning.DunningRound;
import dev.guanjia.billing.dunning.DunningRound.Result;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.DunningCaseStore;
import dev.guanjia.server.store.DunningRoundStore;
import dev.guanjia.server.store.DunningRoundStore.Counts;
import dev.guanjia.server.store.DunningRoundStore.OutcomeRow;
import dev.guanjia.server.store.DunningRoundStore.RoundRow;
import dev.guanjia.server.store.PayerNameStore;
import dev.guanjia.server.store.PayerNameStore.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Goes through who is to be reminded. */
@Service
public class DunningRoundDesk {

    private final Clerk clerk;
    private final BillingLocks locks;
    private final OpenArrears open;
    private final DunningCaseStore cases;
    private final DunningRoundStore rounds;
    private final PayerNameStore names;
    private final CompanyTables tables;

    DunningRoundDesk(
            Clerk clerk,
            BillingLocks locks,
            OpenArrears open,
            DunningCaseStore cases,
            DunningRoundStore rounds,
            PayerNameStore names,
            CompanyTables tables) {
        this.clerk = clerk;
        this.locks = locks;
        this.open = open;
        this.cases = cases;
        this.rounds = rounds;
        this.names = names;
        this.tables = tables;
    }

    /**
     * Goes through all who owe something past its due day in a community.
     *
     * @param caller who asks
     * @param community the community
     * @param on the day
     * @return the round
     */
    public RoundRow create(Caller caller, String community, LocalDate on) {
        clerk.admit(caller, "create-dunning-round", community);
        if (!locks.community(caller.tenant(), community)) {
            throw Fault.notFound(community);
        }
        Place place = open.place(caller.tenant(), community, "/on", Optional.of(on));
        DunningRound round = look(caller, place);
        List<OutcomeRow> outcomes =
                round.lines().stream().map(line -> outcome(caller, place, line)).toList();
        Counts counts =
                new Counts(
                        round.count(Result.OPENED),
                        round.count(Result.CONTINUED),
                        round.count(Result.SKIPPED));
        RoundRow row = new RoundRow(Ids.next("ur"), community, on, counts, clerk.now(), 0);
        rounds.add(caller.tenant(), row, outcomes, clerk.actor(caller));
        Map<String, String> facts =
                Map.of(
                        "community_id", community,
                        "on", on.toString(),
                        "opened", String.valueOf(counts.opened()));
        clerk.done(caller, "create-dunning-round", row.id(), facts);
        return row;
    }

    private DunningRound look(Caller caller, Place place) {
        Map<Payer, DunningCase> known =
                cases.open(caller.tenant(), place.community()).stream()
                        .map(DunningCaseStore.CaseRow::dunning)
                        .collect(Collectors.toMap(DunningCase::payer, Function.identity()));
        Arrears arrears = open.all(caller.tenant(), place);
        return DunningRound.of(
                arrears,
                known,
                open.paid(caller.tenant(), place, known.keySet()),
                tables.levels(caller.tenant(), place.day()));
    }

    private OutcomeRow outcome(Caller caller, Place place, DunningRound.Line line) {
        DunningLevel level = line.next().level();
        return new OutcomeRow(
                line.payer(),
                caseOf(caller, place, line),
                line.result().name(),
                line.next().reason().name(),
                level == null ? null : level.key(),
                line.next().overdue());
    }

    private @Nullable String caseOf(Caller caller, Place place, DunningRound.Line line) {
        if (line.result() == Result.OPENED) {
            DunningCase opened = DunningCase.open(new DunningCaseId(Ids.next("uc")), line.payer());
            String currency = place.currency().getCurrencyCode();
            cases.add(caller.tenant(), place.community(), opened, place.day(), currency);
            return opened.id().value();
        }
        DunningCase existing = line.existing();
        return existing == null ? null : existing.id().value();
    }

    /**
     * Reads a round.
     *
     * @param caller who asks
     * @param id the round id
     * @return the round
     */
    public RoundRow get(Caller caller, String id) {
        return rounds.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists the rounds of a community, newest first.
     *
     * @param caller who asks
     * @param community the community
     * @param request which page
     * @return the page
     */
    public Page<RoundRow> list(Caller caller, String community, PageRequest request) {
        open.zone(caller.tenant(), community);
        return rounds.list(caller.tenant(), community, request);
    }

    /**
     * Lists what a round did, by payer.
     *
     * @param caller who asks
     * @param id the round id
     * @param request which page
     * @return the page
     */
    public Page<Outcome> outcomes(Caller caller, String id, PageRequest request) {
        RoundRow round = get(caller, id);
        Page<OutcomeRow> page = rounds.outcomes(caller.tenant(), id, request);
        List<Payer> payers = page.items().stream().map(OutcomeRow::payer).toList();
        Map<Payer, Known> known = names.of(caller.tenant(), round.community(), payers);
        return page.map(row -> new Outcome(row, known.get(row.payer())));
    }

    /**
     * What a round did with a payer.
     *
     * @param row what, and why
     * @param known what the payer and their units are called
     */
    public record Outcome(OutcomeRow row, Known known) {}
}
