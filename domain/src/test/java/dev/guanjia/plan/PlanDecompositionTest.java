package dev.guanjia.plan;

import static dev.guanjia.plan.Plans.SUPERVISOR;
import static dev.guanjia.plan.Plans.TERMS;
import static dev.guanjia.plan.Plans.act;
import static dev.guanjia.plan.Plans.annual;
import static dev.guanjia.plan.Plans.drafted;
import static dev.guanjia.plan.Plans.fen;
import static dev.guanjia.plan.Plans.inForce;
import static dev.guanjia.plan.Plans.item;
import static dev.guanjia.plan.Plans.monthly;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.part;
import static dev.guanjia.plan.Plans.under;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlanDecompositionTest {

    /** The arrears of the power fee: 90 % of 152,700.00. */
    private static final PlanTarget ARREARS =
            yes(
                    PlanTarget.shared(
                            fen(13_743_000),
                            List.of(part("2026-03", 5_000_000), part("2026-04", 8_743_000))));

    private static final WorkPlan YEAR = inForce(annual(), item("year", "2026-12-31", ARREARS));

    @Test
    void aMonthTakesOverItsPartToTheLastFen() {
        WorkPlan month = drafted(monthly(), below("a", fen(3_000_000)), below("b", fen(2_000_000)));
        assertThat(no(hand(month, YEAR))).isEmpty();
    }

    @Test
    void oneFenTooFewOrTooManyIsRefused() {
        assertThat(no(hand(drafted(monthly(), below("a", fen(4_999_999))), YEAR)))
                .containsExactly("plan-part-not-met");
        assertThat(no(hand(drafted(monthly(), below("a", fen(5_000_001))), YEAR)))
                .containsExactly("plan-part-not-met");
    }

    @Test
    void aPartThatNoItemTakesOverIsRefused() {
        assertThat(no(hand(drafted(monthly(), item("a", "2026-03-31")), YEAR)))
                .containsExactly("plan-part-not-met");
    }

    @Test
    void anotherCurrencyIsNotTheSameAmount() {
        Money dollars = new Money(Currency.getInstance("USD"), 5_000_000);
        assertThat(no(hand(drafted(monthly(), below("a", dollars)), YEAR)))
                .containsExactly("plan-amount-currency");
    }

    @Test
    void anAmountThatTheParentDoesNotGiveThisMonthIsRefused() {
        WorkPlan other =
                inForce(annual(), item("year", "2026-12-31", PlanTarget.whole(fen(13_743_000))));
        assertThat(no(hand(drafted(monthly(), below("a", fen(5_000_000))), other)))
                .containsExactly("plan-part-not-foreseen");
    }

    @Test
    void theParentIsShownInForceAndLongEnough() {
        WorkPlan month = drafted(monthly(), below("a", fen(5_000_000)));
        assertThat(no(month.submit(Optional.empty(), act(SUPERVISOR, "2026-02-20"), TERMS)))
                .containsExactly("plan-parent-missing");
        WorkPlan draft = drafted(annual(), item("year", "2026-12-31", ARREARS));
        assertThat(no(hand(month, draft))).containsExactly("plan-parent-not-in-force");
        PlanHead before =
                new PlanHead(
                        annual().id(),
                        PlanKind.DEPARTMENT,
                        "x",
                        Plans.SERVICE,
                        PlanPeriod.parse("2027"),
                        Optional.empty(),
                        annual().posts());
        assertThat(
                        no(
                                hand(
                                        drafted(monthly(), under(item("a", "2026-03-31"), "year")),
                                        inForce(before, item("year", "2027-03-31")))))
                .containsExactly("plan-outside-parent");
    }

    @Test
    void anItemUnderNothingIsRefused() {
        WorkPlan month =
                drafted(
                        monthly(),
                        below("a", fen(5_000_000)),
                        under(item("b", "2026-03-31"), "nowhere"));
        assertThat(no(hand(month, YEAR))).containsExactly("plan-parent-item-unknown");
        WorkPlan top = drafted(annual(), under(item("a", "2026-03-31"), "nowhere"));
        assertThat(no(top.submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS)))
                .containsExactly("plan-parent-item-unknown");
    }

    @Test
    void partsOutsideThePlansPeriodAreRefused() {
        PlanTarget late = yes(PlanTarget.shared(fen(1), List.of(part("2027-01", 1))));
        assertThat(no(WorkPlan.draft(annual(), List.of(item("a", "2026-06-30", late)), TERMS)))
                .containsExactly("plan-part-outside-period");
    }

    @Test
    void theSamePartTwiceIsRefused() {
        assertThat(no(PlanTarget.shared(fen(2), List.of(part("2026-01", 1), part("2026-01", 1)))))
                .containsExactly("plan-part-twice");
    }

    @Property
    void partsThatLoseOrInventAFenAreRefused(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long first,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long second,
            @ForAll @IntRange(min = -2, max = 2) int off) {
        List<PlanPart> parts = List.of(part("2026-01", first), part("2026-02", second));
        assertThat(no(PlanTarget.shared(fen(first + second + off), parts)))
                .isEqualTo(off == 0 ? List.of() : List.of("plan-parts-do-not-add-up"));
    }

    private static PlanItem below(String id, Money amount) {
        return under(item(id, "2026-03-31", PlanTarget.whole(amount)), "year");
    }

    private static Decision<WorkPlan> hand(WorkPlan plan, WorkPlan parent) {
        return plan.submit(Optional.of(parent), act(SUPERVISOR, "2026-02-20"), TERMS);
    }
}
