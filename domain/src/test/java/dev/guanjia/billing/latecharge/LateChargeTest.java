package dev.guanjia.billing.latecharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateChargeTest {

    private static final FeeItemId FEE = new FeeItemId("SERVICE");
    private static final FeeItemId LATE = new FeeItemId("LATE");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final Money THOUSAND = Money.fen(100_000);
    private static final LateChargeRules DAILY = rules("1/2000,DAY,0,");

    /** 1,000 yuan at 5 in 10,000 a day: 0.50 a day; 300 paid on 11 April: 0.35 a day from then. */
    @ParameterizedTest(name = "on {0}: {1} fen")
    @CsvSource({
        "2026-03-31, 0",
        "2026-04-01, 50",
        "2026-04-10, 500",
        "2026-04-11, 535",
        "2026-04-30, 1200",
        "2026-05-01, 1200",
        "2026-06-01, 1200"
    })
    void aPaymentLowersTheBaseFromItsDay(LocalDate asOf, long fen) {
        OpenHistory history =
                history(change(LocalDate.of(2026, 4, 11), -30_000), change("2026-05-01", -70_000));
        assertThat(LateCharge.of(history, DAILY, asOf).amount()).isEqualTo(Money.fen(fen));
    }

    /** Worked by hand, in the same order: day 10 after grace, cap, months of 30 and 31 days. */
    @ParameterizedTest(name = "{0} on {1}: {2} fen")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1/2000,DAY,10,      | 2026-04-10 | 0     | all grace
                    1/2000,DAY,10,      | 2026-04-11 | 50    | grace is never charged
                    1/2000,DAY,0,1/100  | 2026-04-20 | 1000  | 20 x 0.50 = 10.00, the cap
                    1/2000,DAY,0,1/100  | 2026-12-31 | 1000  | stops there
                    1/2000,DAY,0,7/9000 | 2026-04-02 | 78    | 0.7777… once rounded
                    1/100,MONTH,0,      | 2026-04-30 | 1000  | one month
                    1/100,MONTH,0,      | 2026-05-01 | 1032  | and 1/31 of 10.00
                    1/100,MONTH,0,      | 2026-05-31 | 2000  | two months, not 20.10
                    """)
    void graceCapAndMonthsAreThoseOfTheRule(String rule, LocalDate asOf, long fen, String why) {
        assertThat(LateCharge.of(history(), rules(rule), asOf).amount())
                .as(why)
                .isEqualTo(Money.fen(fen));
    }

    @Test
    void eachDayIsPricedByItsOwnRuleAndExplained() {
        LateChargeRules rules =
                LateChargeRules.parse(
                        "late.csv",
                        """
                        item,from,until,rate,per,grace_days,cap,rounding,source
                        SERVICE,2026-04-05,,1/2000,DAY,0,,,contract
                        SERVICE,2026-04-08,,1/1000,DAY,0,,,contract 2
                        """,
                        LATE);
        LateCharge late =
                LateCharge.of(
                        history(change("2026-04-10", -50_000)), rules, LocalDate.of(2026, 4, 12));
        assertThat(late.lines())
                .extracting(line -> line.days() + " " + line.base() + " " + line.amount())
                .containsExactly(
                        "2026-04-05 to 2026-04-07 CNY 1000.00 3/2",
                        "2026-04-08 to 2026-04-09 CNY 1000.00 2",
                        "2026-04-10 to 2026-04-12 CNY 500.00 3/2");
        assertThat(late.amount()).isEqualTo(Money.fen(500));
    }

    /** Two days at 7 in 9,000 come to 1.5555… yuan; of 1,001 yuan at 1/2000 one day is 0.5005. */
    @ParameterizedTest(name = "{0}: {1} fen after {2} days at {3}")
    @CsvSource({
        "'',      156, 2, 7/9000",
        "HALF_UP, 156, 2, 7/9000",
        "DOWN,    155, 2, 7/9000",
        "FLOOR,   155, 2, 7/9000",
        "UP,      51,  1, 1/1996",
        "HALF_UP, 50,  1, 1/1996",
        "HALF_UP, 13,  1, 1/8000",
        "HALF_EVEN, 12, 1, 1/8000",
    })
    void theModeOfTheRuleRoundsTheSumOnce(String mode, long fen, int days, String rate) {
        LateChargeRules rules =
                LateChargeRules.parse(
                        "late.csv",
                        "item,from,until,rate,per,grace_days,cap,rounding,source\nSERVICE,2026-01-01,,"
                                + rate
                                + ",DAY,0,,"
                                + mode
                                + ",contract\n",
                        LATE);
        LateCharge late = LateCharge.of(history(), rules, DUE.plusDays(days));
        assertThat(late.amount()).isEqualTo(Money.fen(fen));
    }

    @Test
    void theModeOfTheFirstLateDayStays() {
        LateChargeRules rules =
                LateChargeRules.parse(
                        "late.csv",
                        """
                        item,from,until,rate,per,grace_days,cap,rounding,source
                        SERVICE,2026-01-01,,7/9000,DAY,0,,UP,contract
                        SERVICE,2026-04-02,,1/9000,DAY,0,,DOWN,contract 2
                        """,
                        LATE);
        LocalDate first = LocalDate.of(2026, 4, 1);
        assertThat(LateCharge.of(history(), rules, first).amount()).isEqualTo(Money.fen(78));
        assertThat(LateCharge.of(history(), rules, first.plusDays(1)).amount())
                .isEqualTo(Money.fen(89));
    }

    @Test
    void aRuleThatRoundsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new LateChargeTerms(
                                        Rational.ONE,
                                        LateChargeTerms.Per.DAY,
                                        0,
                                        null,
                                        RoundingMode.UNNECESSARY));
    }

    @Test
    void withoutARuleBeingLateCostsNothing() {
        LocalDate later = LocalDate.of(2027, 1, 1);
        LateChargeRules none = new LateChargeRules(LATE, List.of());
        assertThat(LateCharge.of(history(), none, later).lines()).isEmpty();
        assertThat(LateCharge.of(history(), none, later).amount()).isEqualTo(Money.fen(0));
    }

    /**
     * Granted on 6 April until the 20th: five days before it, all days once the promise is broken.
     */
    @ParameterizedTest(name = "on {0}, paid on {1}: {2} fen, overdue {3}")
    @CsvSource({
        "2026-04-05, 2026-05-01, 250, true",
        "2026-04-06, 2026-05-01, 250, false",
        "2026-04-20, 2026-05-01, 250, false",
        "2026-04-21, 2026-05-01, 1050, true",
        "2026-04-21, 2026-04-20, 250, true",
    })
    void aPromiseKeptExcusesItsDaysAndABrokenOneNone(
            LocalDate asOf, LocalDate paid, long fen, boolean overdue) {
        OpenHistory history = deferred(paid, granted("2026-04-06", "2026-04-20"));
        assertThat(LateCharge.of(history, DAILY, asOf).amount()).isEqualTo(Money.fen(fen));
        assertThat(history.lateDays(asOf).isOverdue()).isEqualTo(overdue);
    }

    @Test
    void aPromiseThatAnotherTookOverInTimeIsNotBroken() {
        Deferment first = granted("2026-04-01", "2026-04-20");
        LocalDate paid = LocalDate.of(2026, 4, 30);
        LocalDate may = LocalDate.of(2026, 5, 31);
        OpenHistory kept = deferred(paid, first, granted("2026-04-20", "2026-04-30"));
        assertThat(LateCharge.of(kept, DAILY, may).amount()).isEqualTo(Money.fen(0));
        OpenHistory gap = deferred(paid, first, granted("2026-04-21", "2026-04-30"));
        assertThat(LateCharge.of(gap, DAILY, may).amount()).isEqualTo(Money.fen(1000));
    }

    @Test
    void nothingIsChargedOnLateChargesAndNoRuleIsVague() {
        LateChargeTerms terms = DAILY.rules().get(0).terms();
        LateChargeRule own = new LateChargeRule(LATE, DUE, null, terms, "contract");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LateChargeRules(LATE, List.of(own)));
        LateChargeRule rule = DAILY.rules().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LateChargeRules(LATE, List.of(rule, rule)));
        for (String cells : List.of("0,DAY,0,", "1/2000,YEAR,0,", "1/2,DAY,-1,", "1/2,DAY,0,0")) {
            assertThatThrownBy(() -> rules(cells)).isInstanceOf(CatalogueException.class);
        }
    }

    @Test
    void aRuleIsAddedOnceForADayAndNeverForLateCharges() {
        LateChargeRule may = rule(FEE, LocalDate.of(2026, 5, 1));
        LateChargeRules both = DAILY.with(may, null).fold(all -> all, reasons -> DAILY);
        assertThat(both.inForce(FEE, LocalDate.of(2026, 5, 1))).contains(may);
        assertThat(both.inForce(FEE, LocalDate.of(2026, 4, 30))).contains(DAILY.rules().get(0));
        assertThat(code(DAILY.with(may, LocalDate.of(2026, 5, 2))))
                .as("the first of May was charged")
                .isEqualTo("late-rule-charged-already");
        assertThat(
                        DAILY.with(may, LocalDate.of(2026, 5, 1))
                                .<Boolean>fold(all -> true, no -> false))
                .isTrue();
        assertThat(code(both.with(may, null))).isEqualTo("late-rule-stands");
        assertThat(code(both.with(rule(LATE, DUE), null))).isEqualTo("late-rule-on-late-charges");
    }

    @Test
    void theRulesOfAPlaceReplaceThoseOfTheCompanyFromTheFirstOfThemOn() {
        LateChargeRule own = rule(FEE, LocalDate.of(2026, 4, 1));
        LateChargeRule later = rule(FEE, LocalDate.of(2026, 5, 1));
        LateChargeRules company = DAILY.with(later, null).fold(all -> all, reasons -> DAILY);
        LateChargeRules there = company.replacedBy(new LateChargeRules(LATE, List.of(own)));
        assertThat(there.rules()).containsExactly(DAILY.rules().get(0), own);
        assertThat(company.replacedBy(new LateChargeRules(LATE, List.of()))).isEqualTo(company);
    }

    private static LateChargeRule rule(FeeItemId item, LocalDate from) {
        return new LateChargeRule(item, from, null, DAILY.rules().get(0).terms(), "own");
    }

    private static String code(Decision<?> decision) {
        return decision.fold(value -> "", reasons -> reasons.get(0).code().key());
    }

    private static LateChargeRules rules(String terms) {
        return LateChargeRules.parse(
                "late.csv",
                "item,from,until,rate,per,grace_days,cap,rounding,source\nSERVICE,2026-01,,"
                        + terms
                        + ",,contract\n",
                LATE);
    }

    private static OpenHistory history(OpenHistory.Change... changes) {
        return new OpenHistory(
                new ChargeId("ch_1"), FEE, THOUSAND, DUE, List.of(changes), List.of());
    }

    private static OpenHistory deferred(LocalDate paid, Deferment... granted) {
        return new OpenHistory(
                new ChargeId("ch_1"),
                FEE,
                THOUSAND,
                DUE,
                List.of(change(paid, -100_000)),
                List.of(granted));
    }

    private static Deferment granted(String on, String promised) {
        return new Deferment(LocalDate.parse(on), LocalDate.parse(promised));
    }

    private static OpenHistory.Change change(String on, long fen) {
        return change(LocalDate.parse(on), fen);
    }

    private static OpenHistory.Change change(LocalDate on, long fen) {
        return new OpenHistory.Change(on, Money.fen(fen));
    }
}
