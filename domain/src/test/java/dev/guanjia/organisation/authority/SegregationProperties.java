package dev.guanjia.organisation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.Holding;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.RuleOverride;
import dev.guanjia.organisation.segregation.SegregatedPair;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.SegregationRule;
import dev.guanjia.organisation.segregation.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is assigned, kept, delegated, lifted and approved in whatever order: nothing that a rule
 * keeps apart comes together unless an override of that person and pair lets it.
 */
class SegregationProperties {

    private static final LocalDate BASE = LocalDate.of(2024, 3, 1);
    private static final int DAYS = 40;
    private static final List<String> PEOPLE = List.of("sf_a", "sf_b", "sf_c");
    private static final List<String> POSTS =
            List.of(
                    "CASHIER",
                    "ACCOUNTANT",
                    "STOREKEEPER",
                    "CS_SUPERVISOR",
                    "STEWARD",
                    "PROPERTY_MANAGER");
    private static final List<String> THINGS =
            List.of("FINANCE_SEAL", "GENERAL_MANAGER_SEAL", "CHEQUE_BOOK", "ADMINISTRATOR_RIGHTS");
    private static final List<SegregatedPair> PAIRS =
            List.of(
                    pair("SOD-05", "CASHIER", "ACCOUNTANT"),
                    pair("AUD-14", "STOREKEEPER", "ACCOUNTANT"),
                    pair("AUD-18", "ADMINISTRATOR_RIGHTS", "CASHIER"),
                    pair("AUD-02", "CHECKED", "APPROVED"),
                    pair("AUD-03", "COUNTERSIGNED", "APPROVED"));

    /** A company at work. */
    private record State(Mandates mandates, Segregation segregation, List<ApprovalCase> cases) {

        Approvals approvals() {
            return new Approvals(
                    Office.COMPANY,
                    mandates,
                    segregation,
                    new Powers(Office.CHAINS, AuthorityLimits.none(), "v1"));
        }

        State with(Decision<Mandates> next) {
            return next.fold(all -> new State(all, segregation, cases), refused -> this);
        }
    }

    @Property(tries = 400)
    void noSequenceReachesAForbiddenCombinationWithoutALiveOverride(
            @ForAll("sequences") List<UnaryOperator<State>> sequence) {
        State state =
                new State(
                        Mandates.from(Office.assignments(List.of(Office.MANAGER))),
                        Office.SEGREGATION,
                        List.of());
        for (UnaryOperator<State> command : sequence) {
            state = command.apply(state);
        }
        Holdings holdings = state.mandates().holdings();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = BASE.plusDays(i);
            for (Violation breach :
                    state.segregation().report(holdings, day).of(Violation.Standing.BREACH)) {
                assertLetInOnceAndRefusedNow(state, holdings, breach, day);
            }
        }
        state.cases().forEach(SegregationProperties::assertDistinct);
    }

    private static void assertLetInOnceAndRefusedNow(
            State state, Holdings holdings, Violation breach, LocalDate day) {
        assertThat(breach.override()).as("%s", breach).isPresent();
        assertThat(
                        state.segregation()
                                .overrides()
                                .live(breach.staff(), breach.pair(), breach.since()))
                .as("%s", breach)
                .isPresent();
        assertThat(breach.override().get().last()).isBefore(day);
        for (Holding held : holdings.of(breach.staff(), day)) {
            if (isPost(held, breach)) {
                Actor actor = new Actor(breach.staff(), new PostKey(held.key().value()), "v1");
                assertThat(state.segregation().breaches(actor, holdings, day)).isNotEmpty();
            }
        }
    }

    private static boolean isPost(Holding held, Violation breach) {
        return POSTS.contains(held.key().value())
                && (held.key().equals(breach.pair().left())
                        || held.key().equals(breach.pair().right()));
    }

    /** Every act against every earlier act of the same case, by the rules themselves. */
    private static void assertDistinct(ApprovalCase ended) {
        List<Act> done = new ArrayList<>();
        done.add(new Act(new SegregationKey("REQUESTED"), ended.request().requester().staff()));
        for (StepDecision taken : ended.decisions()) {
            for (SegregationKey key : taken.grounds().step().performs()) {
                done.forEach(earlier -> assertApart(earlier, key, taken));
            }
            taken.grounds()
                    .step()
                    .performs()
                    .forEach(key -> done.add(new Act(key, taken.grounds().actor().staff())));
        }
    }

    private static void assertApart(Act earlier, SegregationKey key, StepDecision taken) {
        StaffId by = taken.grounds().actor().staff();
        for (SegregationRule rule : Office.SEGREGATION.rules().all()) {
            if (earlier.by().equals(by)
                    && rule.effect() == SegregationRule.Effect.FORBID
                    && rule.sides().separate(earlier.key(), key)) {
                assertThat(taken.grounds().combined())
                        .as("%s", rule.id())
                        .anySatisfy(
                                found -> {
                                    assertThat(found.pair().rule()).isEqualTo(rule.id());
                                    assertThat(found.override().get().isLive(taken.grounds().day()))
                                            .isTrue();
                                });
            }
        }
    }

    @Provide
    Arbitrary<List<UnaryOperator<State>>> sequences() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, assign()),
                        net.jqwik.api.Tuple.of(2, keep()),
                        net.jqwik.api.Tuple.of(2, delegate()),
                        net.jqwik.api.Tuple.of(3, override()),
                        net.jqwik.api.Tuple.of(2, request()),
                        net.jqwik.api.Tuple.of(6, decide()))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static Arbitrary<UnaryOperator<State>> assign() {
        return Combinators.combine(people(), Arbitraries.of(POSTS), days(), length().optional())
                .as(
                        (who, post, from, length) -> {
                            Assignment added =
                                    new Assignment(
                                            who,
                                            new PostKey(post),
                                            from,
                                            length.map(from::plusDays));
                            return state ->
                                    state.with(state.mandates().assign(added, state.segregation()));
                        });
    }

    private static Arbitrary<UnaryOperator<State>> keep() {
        return Combinators.combine(people(), Arbitraries.of(THINGS), days())
                .as(
                        (who, thing, from) ->
                                state ->
                                        state.with(
                                                state.mandates()
                                                        .keep(
                                                                Holding.keeping(who, thing, from),
                                                                state.segregation())));
    }

    private static Arbitrary<UnaryOperator<State>> delegate() {
        return Combinators.combine(people(), people(), Arbitraries.of(POSTS), days(), length())
                .as(
                        (from, to, post, first, length) -> {
                            Delegation wanted =
                                    new Delegation(
                                            "de_" + from + to + post + first,
                                            new Actor(from, new PostKey(post), "v1"),
                                            to,
                                            List.of(
                                                    Office.request(
                                                                    "EXPENDITURE",
                                                                    "",
                                                                    Office.MANAGER)
                                                            .kind()),
                                            Optional.empty(),
                                            first,
                                            first.plusDays(length));
                            return state -> state.with(state.approvals().delegate(wanted));
                        });
    }

    private static Arbitrary<UnaryOperator<State>> override() {
        return Combinators.combine(people(), Arbitraries.of(PAIRS), days(), length())
                .as(
                        (who, pair, first, length) -> {
                            RuleOverride wanted =
                                    new RuleOverride(
                                            who,
                                            pair,
                                            Office.MANAGER,
                                            "leave",
                                            first,
                                            first,
                                            first.plusDays(length));
                            return state -> lifted(state, wanted);
                        });
    }

    private static State lifted(State state, RuleOverride wanted) {
        return state.segregation()
                .override(wanted, Office.TEMPLATE, state.mandates().holdings())
                .fold(next -> new State(state.mandates(), next, state.cases()), refused -> state);
    }

    private static Arbitrary<UnaryOperator<State>> request() {
        return Combinators.combine(
                        everybody(),
                        Arbitraries.of(POSTS),
                        days(),
                        Arbitraries.of("EXPENDITURE", "ASSET_DISPOSAL", "WRITE_OFF"))
                .as(
                        (who, post, day, kind) -> {
                            ApprovalRequest plain = Office.request(kind, "5.00", Office.MANAGER);
                            ApprovalRequest wanted =
                                    new ApprovalRequest(
                                            plain.id(),
                                            plain.kind(),
                                            plain.amount(),
                                            new Actor(who, new PostKey(post), "v1"),
                                            day,
                                            plain.attachments(),
                                            List.of());
                            return state -> requested(state, wanted);
                        });
    }

    private static State requested(State state, ApprovalRequest wanted) {
        return state.approvals()
                .request(wanted)
                .fold(
                        opened -> {
                            List<ApprovalCase> cases = new ArrayList<>(state.cases());
                            cases.add(opened);
                            return new State(state.mandates(), state.segregation(), cases);
                        },
                        refused -> state);
    }

    /** Somebody tries their hand at every case. */
    private static Arbitrary<UnaryOperator<State>> decide() {
        return Combinators.combine(everybody(), Arbitraries.of(POSTS), days())
                .as(
                        (who, post, day) -> {
                            Ballot ballot =
                                    new Ballot(
                                            new Actor(who, new PostKey(post), "v1"),
                                            Verdict.GRANT,
                                            "",
                                            day,
                                            Office.AT);
                            return state -> decided(state, ballot);
                        });
    }

    private static State decided(State state, Ballot ballot) {
        Approvals approvals = state.approvals();
        List<ApprovalCase> cases =
                state.cases().stream()
                        .map(
                                one ->
                                        approvals
                                                .decide(one, ballot)
                                                .fold(after -> after, refused -> one))
                        .toList();
        return new State(state.mandates(), state.segregation(), cases);
    }

    private static Arbitrary<StaffId> people() {
        return Arbitraries.of(PEOPLE).map(StaffId::new);
    }

    private static Arbitrary<StaffId> everybody() {
        return Arbitraries.of("sf_a", "sf_b", "sf_c", "sf_manager").map(StaffId::new);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS - 10).map(BASE::plusDays);
    }

    private static Arbitrary<Integer> length() {
        return Arbitraries.integers().between(0, 10);
    }

    private static SegregatedPair pair(String rule, String left, String right) {
        return new SegregatedPair(rule, new SegregationKey(left), new SegregationKey(right));
    }
}
