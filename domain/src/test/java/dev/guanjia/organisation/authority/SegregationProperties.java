package dev.guanjia.organisation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is assigned, stood in for, kept, delegated, lifted and approved in whatever order:
 * nothing that a rule keeps apart comes together unless an override of that person and pair lets
 * it.
 */
class SegregationProperties {

    private static final LocalDate BASE = LocalDate.of(2024, 3, 1);
    private static final int DAYS = 24;
    private static final List<Actor> STAFF =
            List.of(
                    Office.MANAGER,
                    Office.actor("sf_a", "CASHIER"),
                    Office.actor("sf_b", "ACCOUNTANT"),
                    Office.actor("sf_c", "CS_SUPERVISOR"),
                    Office.actor("sf_d", "STEWARD"));
    private static final List<String> POSTS =
            List.of("CASHIER", "ACCOUNTANT", "CS_SUPERVISOR", "STEWARD", "PROPERTY_MANAGER");
    private static final List<Actor> MONEY = STAFF.subList(1, 3);
    private static final List<String> MONEY_POSTS = POSTS.subList(0, 2);
    private static final List<SegregatedPair> PAIRS =
            List.of(
                    pair("SOD-05", "CASHIER", "ACCOUNTANT"),
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

    @Property(tries = 300)
    void noSequenceReachesAForbiddenCombinationWithoutALiveOverride(
            @ForAll("sequences") List<UnaryOperator<State>> sequence) {
        State state =
                new State(Mandates.from(Office.assignments(STAFF)), Office.SEGREGATION, List.of());
        for (UnaryOperator<State> command : sequence) {
            state = command.apply(state);
        }
        boolean breach = false;
        for (Actor person : STAFF) {
            for (int i = 0; i < DAYS; i++) {
                breach |= hasBreach(state, person.staff(), BASE.plusDays(i));
            }
        }
        state.cases().forEach(SegregationProperties::assertDistinct);
        Statistics.label("an override ran out on a state")
                .collect(breach)
                .coverage(found -> found.check(true).count(times -> times > 0));
        Statistics.label("a case was approved")
                .collect(state.cases().stream().anyMatch(SegregationProperties::isApproved))
                .coverage(found -> found.check(true).count(times -> times > 0));
    }

    private static boolean isApproved(ApprovalCase one) {
        return one.state() == ApprovalState.APPROVED;
    }

    /** By brute force: every two holdings of a day, every rule, every override. */
    private static boolean hasBreach(State state, StaffId staff, LocalDate day) {
        Holdings holdings = state.mandates().holdings();
        List<Holding> held = holdings.of(staff, day);
        boolean breach = false;
        for (Holding one : held) {
            for (Holding other : held) {
                for (SegregationRule rule : forbidden(one, other)) {
                    SegregatedPair pair = rule.pair(one.key(), other.key());
                    if (overrides(state, staff, pair).noneMatch(row -> isLive(row, day))) {
                        breach = true;
                        LocalDate since = one.meets(other).orElseThrow();
                        assertLetInThen(state, staff, pair, since);
                        assertRefusedNow(state, one, pair, day);
                    }
                }
            }
        }
        return breach;
    }

    private static void assertLetInThen(
            State state, StaffId staff, SegregatedPair pair, LocalDate since) {
        assertThat(overrides(state, staff, pair).anyMatch(row -> isLive(row, since)))
                .as("%s combines %s since %s", staff, pair, since)
                .isTrue();
    }

    private static void assertRefusedNow(
            State state, Holding held, SegregatedPair pair, LocalDate day) {
        Holdings holdings = state.mandates().holdings();
        assertThat(state.segregation().report(holdings, day).of(Violation.Standing.BREACH))
                .anySatisfy(
                        found -> {
                            assertThat(found.staff()).isEqualTo(held.staff());
                            assertThat(found.pair()).isEqualTo(pair);
                            assertThat(found.override()).isPresent();
                        });
        Actor actor = new Actor(held.staff(), new PostKey(held.key().value()), "v1");
        assertThat(state.segregation().breaches(actor, holdings, day)).isNotEmpty();
    }

    private static Stream<RuleOverride> overrides(State state, StaffId staff, SegregatedPair pair) {
        return state.segregation().overrides().rows().stream()
                .filter(row -> row.staff().equals(staff) && row.pair().equals(pair));
    }

    private static boolean isLive(RuleOverride row, LocalDate day) {
        return !row.first().isAfter(day) && !row.last().isBefore(day);
    }

    private static List<SegregationRule> forbidden(Holding one, Holding other) {
        return Office.SEGREGATION.rules().all().stream()
                .filter(rule -> rule.effect() == SegregationRule.Effect.FORBID)
                .filter(rule -> rule.sides().separate(one.key(), other.key()))
                .toList();
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
                                    assertThat(
                                                    isLive(
                                                            found.override().get(),
                                                            taken.grounds().day()))
                                            .isTrue();
                                });
            }
        }
    }

    @Provide
    Arbitrary<List<UnaryOperator<State>>> sequences() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, assign(Arbitraries.of(STAFF), Arbitraries.of(POSTS))),
                        Tuple.of(3, assign(Arbitraries.of(MONEY), Arbitraries.of(MONEY_POSTS))),
                        Tuple.of(1, keep()),
                        Tuple.of(3, delegate()),
                        Tuple.of(2, standIn()),
                        Tuple.of(6, override()),
                        Tuple.of(2, request()),
                        Tuple.of(12, decide()))
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    private static Arbitrary<UnaryOperator<State>> assign(
            Arbitrary<Actor> people, Arbitrary<String> posts) {
        return Combinators.combine(people.map(Actor::staff), posts, days(), length().optional())
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

    private static Arbitrary<UnaryOperator<State>> standIn() {
        return Combinators.combine(
                        Arbitraries.of(MONEY), Arbitraries.of(MONEY_POSTS), days(), length())
                .as(
                        (who, post, from, length) -> {
                            StandIn added =
                                    new StandIn(
                                            new PostKey(post),
                                            Optional.empty(),
                                            who.staff(),
                                            from,
                                            from.plusDays(length));
                            return state ->
                                    state.with(
                                            state.mandates().standIn(added, state.segregation()));
                        });
    }

    private static Arbitrary<UnaryOperator<State>> keep() {
        return Combinators.combine(people(), days())
                .as(
                        (who, from) ->
                                state ->
                                        state.with(
                                                state.mandates()
                                                        .keep(
                                                                Holding.keeping(
                                                                        who,
                                                                        "ADMINISTRATOR_RIGHTS",
                                                                        from),
                                                                state.segregation())));
    }

    private static Arbitrary<UnaryOperator<State>> delegate() {
        return Combinators.combine(Arbitraries.of(STAFF), people(), days(), length())
                .as(
                        (from, to, first, length) -> {
                            Delegation wanted =
                                    new Delegation(
                                            "de_"
                                                    + Integer.toHexString(
                                                            (from + "" + to + first).hashCode()),
                                            from,
                                            to,
                                            List.of(new AuthorityKind("EXPENDITURE")),
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
                        Arbitraries.of(STAFF),
                        days(),
                        Arbitraries.of("EXPENDITURE", "ASSET_DISPOSAL", "WRITE_OFF"))
                .as(
                        (who, day, kind) -> {
                            ApprovalRequest plain = Office.request(kind, "5.00", who);
                            ApprovalRequest wanted =
                                    new ApprovalRequest(
                                            plain.id(),
                                            plain.kind(),
                                            plain.amount(),
                                            who,
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

    /** Somebody tries their hand at every case, in one of the posts they have that day. */
    private static Arbitrary<UnaryOperator<State>> decide() {
        return Combinators.combine(people(), Arbitraries.integers().between(0, 5), days())
                .as((who, choice, day) -> state -> decided(state, ballot(state, who, choice, day)));
    }

    private static Ballot ballot(State state, StaffId who, int choice, LocalDate day) {
        List<Holding> held = state.mandates().holdings().of(who, day);
        String post = held.get(choice % held.size()).key().value();
        return new Ballot(
                new Actor(who, new PostKey(post), "v1"), Verdict.GRANT, "", day, Office.AT);
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
        return Arbitraries.of(STAFF).map(Actor::staff);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 8).map(BASE::plusDays);
    }

    private static Arbitrary<Integer> length() {
        return Arbitraries.integers().between(0, 8);
    }

    private static SegregatedPair pair(String rule, String left, String right) {
        return new SegregatedPair(rule, new SegregationKey(left), new SegregationKey(right));
    }
}
