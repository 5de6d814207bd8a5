package dev.guanjia.billing.latecharge;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1,000 yuan due on 31 March at 5 in 10,000 a day: 0.50 a day until 10 April, 1.00 from May on. */
class LateChargeRuleEndTest {

    private static final FeeItemId FEE = new FeeItemId("SERVICE");
    private static final FeeItemId LATE = new FeeItemId("LATE");
    private static final LocalDate END = LocalDate.of(2026, 4, 11);
    private static final LateChargeRules RULES =
            rules(
                    "SERVICE,2026-01-01,2026-04-11,1/2000,DAY,0,,,contract",
                    "SERVICE,2026-05-01,,1/1000,DAY,0,,,contract 2");
    private static final OpenHistory HISTORY =
            new OpenHistory(
                    new ChargeId("ch_1"),
                    FEE,
                    Money.fen(100_000),
                    LocalDate.of(2026, 3, 31),
                    List.of(),
                    List.of());

    @ParameterizedTest(name = "on {0}: {1} fen")
    @CsvSource({
        "2026-04-01, 50",
        "2026-04-10, 500",
        "2026-04-11, 500",
        "2026-04-30, 500",
        "2026-05-01, 600",
        "2026-05-10, 1500",
    })
    void betweenTheEndAndTheNextStartBeingLateCostsNothing(LocalDate asOf, long fen) {
        assertThat(LateCharge.of(HISTORY, RULES, asOf).amount()).isEqualTo(Money.fen(fen));
    }

    @Test
    void whatWasLateBeforeTheEndCostsWhatItDid() {
        LateChargeRule open = rules("SERVICE,2026-01-01,,1/2000,DAY,0,,,contract").rules().get(0);
        LateChargeRules before = new LateChargeRules(LATE, List.of(open));
        LateChargeRule ended = accepted(before.end(open, END, END));
        assertThat(ended.until()).isEqualTo(END);
        LateChargeRules after = new LateChargeRules(LATE, List.of(ended));
        for (LocalDate day = HISTORY.dueOn(); day.isBefore(END); day = day.plusDays(1)) {
            assertThat(LateCharge.of(HISTORY, after, day).exact())
                    .isEqualTo(LateCharge.of(HISTORY, before, day).exact());
        }
        assertThat(LateCharge.of(HISTORY, after, END.plusYears(1)).amount())
                .isEqualTo(LateCharge.of(HISTORY, before, END.minusDays(1)).amount());
    }

    @ParameterizedTest(name = "{0} until {1}, entered until {2}: {3}")
    @CsvSource({
        "0, 2026-01-01, ,           late-rule-end-before-start",
        "0, 2026-01-02, ,           ''",
        "0, 2026-04-11, 2026-04-11, ''",
        "0, 2026-04-12, ,           late-rule-ends-earlier",
        "0, 2026-04-10, 2026-04-11, late-rule-charged-beyond",
        "0, 2026-04-10, 2026-04-10, ''",
        "1, 2026-05-01, ,           late-rule-end-before-start",
        "1, 2027-01-01, 2026-12-31, ''",
    })
    void aRuleEndsOnceAndNotBeforeWhatWasEntered(
            int rule, LocalDate end, @Nullable LocalDate entered, String code) {
        var ended = RULES.end(RULES.rules().get(rule), end, entered);
        assertThat(String.join(" ", codes(ended))).isEqualTo(code);
        assertThat(codes(ended).isEmpty() ? accepted(ended).until() : end).isEqualTo(end);
    }

    @Test
    void aRuleThatAnotherReplacedEndsAtTheLatestWhereThatOneStarts() {
        LateChargeRules both =
                rules(
                        "SERVICE,2026-01-01,,1/2000,DAY,0,,,contract",
                        "WATER,2026-02-01,,1/2000,DAY,0,,,contract",
                        "SERVICE,2026-05-01,,1/1000,DAY,0,,,contract 2");
        LateChargeRule first = both.rules().get(0);
        assertThat(codes(both.end(first, LocalDate.of(2026, 5, 2), null)))
                .containsExactly("late-rule-replaced");
        accepted(both.end(first, LocalDate.of(2026, 5, 1), null));
        accepted(both.end(first, LocalDate.of(2026, 3, 1), null));
    }

    @Test
    void aPlaceWhoseOwnRuleEndedHasNoneAndNotTheCompanys() {
        LateChargeRules company =
                rules(
                        "SERVICE,2026-01-01,,1/2000,DAY,0,,,contract",
                        "SERVICE,2026-06-01,,1/1000,DAY,0,,,contract 2");
        LateChargeRules own = rules("SERVICE,2026-03-01,2026-04-01,1/3000,DAY,0,,,own");
        LateChargeRules there = company.replacedBy(own);
        assertThat(there.inForce(FEE, LocalDate.of(2026, 2, 28))).isPresent();
        assertThat(there.inForce(FEE, LocalDate.of(2026, 3, 31))).contains(own.rules().get(0));
        assertThat(there.inForce(FEE, LocalDate.of(2026, 4, 1))).isEmpty();
        assertThat(there.inForce(FEE, LocalDate.of(2026, 6, 1))).isEmpty();
    }

    @Test
    void aRuleHoldsForADay() {
        LateChargeRule rule = RULES.rules().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LateChargeRule(FEE, END, END, rule.terms(), rule.source()));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> rules("SERVICE,2026-01-01,2026-01-01,1/2000,DAY,0,,,contract"))
                .withMessageContaining("until");
    }

    private static LateChargeRules rules(String... rows) {
        return LateChargeRules.parse(
                "late.csv",
                "item,from,until,rate,per,grace_days,cap,rounding,source\n"
                        + String.join("\n", rows)
                        + "\n",
                LATE);
    }
}
