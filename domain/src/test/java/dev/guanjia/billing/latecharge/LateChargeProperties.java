package dev.guanjia.billing.latecharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
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
                .as((from, how) -> new LateChargeRule(FEE, from, how, "contract"))
                .list()
                .ofMaxSize(3)
                .uniqueElements(LateChargeRule::from)
                .map(rules -> new LateChargeRules(new FeeItemId("LATE"), rules));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-20, 120).map(DUE::plusDays);
    }
}
