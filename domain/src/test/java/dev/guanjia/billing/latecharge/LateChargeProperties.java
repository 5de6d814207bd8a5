package dev.guanjia.billing.latecharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever was paid, bounced, deferred and ruled. */
class LateChargeProperties {

    private static final FeeItemId FEE = new FeeItemId("SERVICE");
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

    @Property
    void whatIsRecordedLaterChangesNoPastDay(
            @ForAll("histories") OpenHistory history,
            @ForAll("rules") LateChargeRules rules,
            @ForAll @IntRange(max = 120) int days) {
        LocalDate asOf = DUE.plusDays(days);
        OpenHistory then =
                new OpenHistory(
                        history.charge(),
                        history.item(),
                        history.amount(),
                        history.dueOn(),
                        history.changes().stream().filter(c -> !c.on().isAfter(asOf)).toList(),
                        history.deferments().stream()
                                .filter(granted -> !granted.grantedOn().isAfter(asOf))
                                .toList());
        LateChargeRules known =
                new LateChargeRules(
                        rules.lateItem(),
                        rules.rules().stream().filter(r -> !r.from().isAfter(asOf)).toList());
        assertThat(LateCharge.of(history, rules, asOf)).isEqualTo(LateCharge.of(then, known, asOf));
    }

    /** What was late before the end stays as it was priced, however much later it is asked for. */
    @Property
    void anEndChangesNoDayBeforeItAndNothingIsChargedAfterIt(
            @ForAll("histories") OpenHistory history,
            @ForAll("rules") LateChargeRules rules,
            @ForAll @IntRange(max = 120) int ended,
            @ForAll @IntRange(max = 120) int days) {
        LocalDate end = DUE.plusDays(ended);
        LateChargeRules cut =
                new LateChargeRules(
                        rules.lateItem(),
                        rules.rules().stream()
                                .filter(rule -> rule.from().isBefore(end))
                                .map(rule -> rule.endedOn(end))
                                .toList());
        LocalDate asOf = DUE.plusDays(days);
        assertThat(daily(LateCharge.of(history, cut, asOf)))
                .isEqualTo(daily(LateCharge.of(history, rules, asOf)).headMap(end));
    }

    /** What each day was priced at; a cap may have left less of it. */
    private static SortedMap<LocalDate, Rational> daily(LateCharge late) {
        SortedMap<LocalDate, Rational> days = new TreeMap<>();
        for (LateChargeLine line : late.lines()) {
            line.days()
                    .start()
                    .datesUntil(line.days().end())
                    .forEach(day -> days.put(day, line.dayRate().times(line.base().toRational())));
        }
        return days;
    }

    @Property
    void itNeverShrinks(
            @ForAll("histories") OpenHistory history,
            @ForAll("rules") LateChargeRules rules,
            @ForAll @IntRange(max = 120) int days) {
        LocalDate asOf = DUE.plusDays(days);
        assertThat(LateCharge.of(history, rules, asOf.plusDays(1)).exact())
                .isGreaterThanOrEqualTo(LateCharge.of(history, rules, asOf).exact());
    }

    @Property
    void theLinesAreInOrderAndApartAndOnLateDaysOnly(
            @ForAll("histories") OpenHistory history, @ForAll("rules") LateChargeRules rules) {
        LocalDate asOf = DUE.plusDays(120);
        List<LocalDate> charged =
                LateCharge.of(history, rules, asOf).lines().stream()
                        .flatMap(line -> line.days().start().datesUntil(line.days().end()))
                        .toList();
        assertThat(charged).doesNotHaveDuplicates().isSorted();
        assertThat(history.lateDays(asOf).days()).containsAll(charged);
    }

    @Provide
    Arbitrary<OpenHistory> histories() {
        Arbitrary<LocalDate> day = days();
        Arbitrary<OpenHistory.Change> change =
                Combinators.combine(day, Arbitraries.longs().between(-60_000, 20_000))
                        .as((on, fen) -> new OpenHistory.Change(on, Money.fen(fen)));
        Arbitrary<Deferment> granted =
                Combinators.combine(day, Arbitraries.integers().between(0, 40))
                        .as((on, length) -> new Deferment(on, on.plusDays(length)));
        return Combinators.combine(change.list().ofMaxSize(5), granted.list().ofMaxSize(4))
                .as(
                        (changes, deferments) ->
                                new OpenHistory(
                                        new ChargeId("ch_1"),
                                        FEE,
                                        Money.fen(100_000),
                                        DUE,
                                        changes,
                                        deferments));
    }

    @Provide
    Arbitrary<LateChargeRules> rules() {
        Arbitrary<LateChargeTerms> terms =
                Combinators.combine(
                                Arbitraries.integers().between(1, 30),
                                Arbitraries.of(LateChargeTerms.Per.class),
                                Arbitraries.integers().between(0, 15),
                                Arbitraries.integers().between(1, 50).injectNull(0.3),
                                LateRestProperties.roundings())
                        .as(
                                (rate, per, grace, cap, rounding) ->
                                        new LateChargeTerms(
                                                Rational.of(rate, 1000),
                                                per,
                                                grace,
                                                cap == null ? null : Rational.of(cap, 100),
                                                rounding));
        return Combinators.combine(days(), terms)
                .as((from, how) -> new LateChargeRule(FEE, from, null, how, "contract"))
                .list()
                .ofMaxSize(3)
                .uniqueElements(LateChargeRule::from)
                .map(rules -> new LateChargeRules(new FeeItemId("LATE"), rules));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-20, 120).map(DUE::plusDays);
    }
}
