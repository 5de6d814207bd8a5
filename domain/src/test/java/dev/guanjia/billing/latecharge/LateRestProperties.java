package dev.guanjia.billing.latecharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever pieces a late charge is entered, taken back and entered again. */
class LateRestProperties {

    private static final FeeItemId ITEM = new FeeItemId("LATE_CHARGE");
    private static final Charge LATE = Billing.charge("un_1", 100_000);

    /** Enters up to a day after the due day, or takes back the one that stands at that place. */
    private record Step(boolean enters, int number) {}

    @Property
    void whatStandsAddsUpToTheLateChargeOfTheLatestDay(
            @ForAll("rules") LateChargeRules rules, @ForAll("steps") List<Step> steps) {
        List<Charge> standing = new ArrayList<>();
        int latest = 1;
        for (Step step : steps) {
            if (step.enters()) {
                latest = Math.max(latest, step.number());
                enterUnlessOff(late(rules, step.number(), 0), standing);
            } else if (!standing.isEmpty()) {
                standing.remove(step.number() % standing.size());
            }
        }
        LateCharge last = late(rules, latest, 0);
        enter(last, standing);
        assertThat(sum(standing)).isEqualTo(last.amount());
        assertThat(standing)
                .allSatisfy(c -> assertThat(c.trace().recompute().gross()).isEqualTo(c.amount()));
    }

    /** A payment that turns up late changes what the days cost; what stands is told or right. */
    @Property
    void afterAChangeWhatStandsIsRefusedOrAddsUpAllTheSame(
            @ForAll("rules") LateChargeRules rules,
            @ForAll("steps") List<Step> steps,
            @ForAll long paid) {
        long fen = Math.floorMod(paid, 100_000L);
        List<Charge> standing = new ArrayList<>();
        int latest = 1;
        for (Step step : steps) {
            if (step.enters()) {
                latest = Math.max(latest, step.number());
                enterUnlessOff(late(rules, step.number(), 0), standing);
            } else if (!standing.isEmpty()) {
                standing.remove(step.number() % standing.size());
            }
        }
        LateCharge last = late(rules, latest, fen);
        LateRest.of(last, LateRestTest.lines(standing))
                .fold(
                        rest -> {
                            charge(rest, standing).ifPresent(standing::add);
                            assertThat(sum(standing)).isEqualTo(last.amount());
                            return true;
                        },
                        reasons -> {
                            standing.clear();
                            enter(last, standing);
                            assertThat(sum(standing)).isEqualTo(last.amount());
                            return false;
                        });
    }

    /**
     * Of a day before the latest it may be refused: what rounding had put on a charge that was
     * taken back, only a later day can make good.
     */
    private static void enterUnlessOff(LateCharge now, List<Charge> standing) {
        LateRest.of(now, LateRestTest.lines(standing))
                .fold(
                        rest -> charge(rest, standing).map(standing::add).orElse(false),
                        reasons -> {
                            assertThat(reasons)
                                    .extracting(Refusal::code)
                                    .containsExactly(LateChargeRefusal.LATE_CHARGE_OFF);
                            return false;
                        });
    }

    private static void enter(LateCharge now, List<Charge> standing) {
        LateRest rest =
                LateRest.of(now, LateRestTest.lines(standing))
                        .fold(
                                left -> left,
                                reasons -> {
                                    throw new AssertionError(reasons.toString());
                                });
        charge(rest, standing).ifPresent(standing::add);
    }

    private static Optional<Charge> charge(LateRest rest, List<Charge> standing) {
        ChargeId id = new ChargeId("ch_late_" + standing.size());
        return rest.charge(id, ITEM, LATE, rest.rest().asOf());
    }

    private static Money sum(List<Charge> standing) {
        return standing.stream().map(Charge::amount).reduce(Money.fen(0), Money::plus);
    }

    private static LateCharge late(LateChargeRules rules, int days, long paidOnThird) {
        OpenHistory history =
                new OpenHistory(
                        LATE.id(),
                        LATE.key().feeItem(),
                        LATE.amount(),
                        LATE.dueOn(),
                        List.of(
                                new OpenHistory.Change(
                                        LATE.dueOn().plusDays(3), Money.fen(-paidOnThird))),
                        List.of());
        return LateCharge.of(history, rules, LATE.dueOn().plusDays(days));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false), Arbitraries.integers().between(1, 40))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    static Arbitrary<RoundingMode> roundings() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    /** Days that cost odd parts of a coin. */
    @Provide
    Arbitrary<LateChargeRules> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 50).injectNull(0.6),
                        roundings())
                .as(
                        (rate, grace, cap, rounding) ->
                                new LateChargeTerms(
                                        Rational.of(rate, 7_000_000),
                                        LateChargeTerms.Per.DAY,
                                        grace,
                                        cap == null ? null : Rational.of(cap, 10_000),
                                        rounding))
                .map(
                        terms ->
                                new LateChargeRules(
                                        ITEM,
                                        List.of(
                                                new LateChargeRule(
                                                        LATE.key().feeItem(),
                                                        LATE.dueOn().minusDays(9),
                                                        null,
                                                        terms,
                                                        "contract"))));
    }
}
