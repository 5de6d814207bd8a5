package dev.guanjia.organisation.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.catalogue.CatalogueException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegregationRulesTest {

    private static final String HEADER = "id,zh,en,kind,left,right,effect,override,from,source\n";
    private static final SegregationRules RULES = SegregationRules.load();

    @Test
    void theRowsAreCountedByKind() {
        Map<SegregationKind, Integer> counted = new TreeMap<>();
        RULES.all().forEach(rule -> counted.merge(rule.sides().kind(), 1, Integer::sum));
        assertThat(counted).hasToString("{POSTS=7, CUSTODY=4, ACTS=34, RULE=10}");
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "SOD-01, FINANCE_SEAL, GENERAL_MANAGER_SEAL",
        "SOD-02, CASHIER, FINANCE_SEAL",
        "SOD-02.3, CASHIER, FINANCE_MANAGER",
        "SOD-05, CASHIER, ACCOUNTANT",
        "AUD-17, CHEQUE_BOOK, FINANCE_SEAL",
        "AUD-04, PURCHASER, STOREKEEPER",
        "AUD-18, ADMINISTRATOR_RIGHTS, ACCOUNTANT"
    })
    void whatIsHeldApart(String rule, String one, String other) {
        assertThat(RULES.onHolding(new SegregationKey(one), new SegregationKey(other)))
                .extracting(SegregationRule::id)
                .containsExactly(rule);
        assertThat(RULES.onHolding(new SegregationKey(other), new SegregationKey(one)))
                .extracting(SegregationRule::id)
                .containsExactly(rule);
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "SOD-12, CHARGE_CALCULATED, CHARGE_CONFIRMED",
        "SOD-13, PAYMENT_COLLECTED, WAIVER_SIGNED",
        "SOD-14.2, DEPOSIT_COLLECTED, DEPOSIT_SUMMARY_SIGNED",
        "SOD-11, GOODS_BOUGHT, GOODS_RECEIPT_COUNTERSIGNED",
        "AUD-01, REQUESTED, APPROVED",
        "AUD-08, VENDOR_SET_UP, PAYMENT_MADE",
        "AUD-10, PAYROLL_PREPARED, PAYROLL_APPROVED",
        "AUD-12, VOUCHER_MADE, VOUCHER_REVIEWED",
        "AUD-13, STOCK_KEPT, STOCK_COUNTED"
    })
    void whatIsDoneApart(String rule, String one, String other) {
        assertThat(
                        RULES.onActing(
                                new SegregationKey(one),
                                new SegregationKey(other),
                                java.time.LocalDate.of(2007, 1, 1)))
                .extracting(SegregationRule::id)
                .containsExactly(rule);
    }

    @Test
    void aCompanyAddsPairsAndReplacesNone() {
        SegregationRules own =
                RULES.with(
                        SegregationRules.parse(
                                "own.csv",
                                HEADER
                                        + "OWN-1,管家不得兼任出纳,No steward is cashier,POSTS,STEWARD,"
                                        + "CASHIER,FORBID,COMPANY_LEADER,2024-01-01,own rule\n"));
        assertThat(own.all()).hasSize(RULES.all().size() + 1);
        assertThatThrownBy(
                        () ->
                                RULES.with(
                                        SegregationRules.parse(
                                                "own.csv",
                                                HEADER
                                                        + "SOD-05,放行,Let it pass,POSTS,STEWARD,"
                                                        + "CASHIER,FLAG,,2024-01-01,own rule\n")))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("own.csv:2 id: a rule of that id stands already: SOD-05");
    }

    @Test
    void everyFaultyRowIsNamed() {
        List<String> rows =
                List.of(
                        "A,甲,A,POSTS,CASHIER,,FORBID,,2024-01-01,x",
                        "B,乙,B,POSTS,CASHIER,CASHIER,FORBID,,2024-01-01,x",
                        "C,丙,C,RULE,CASHIER,STEWARD,FORBID,,2024-01-01,x",
                        "D,丁,D,PAIRS,CASHIER,STEWARD,FORBID,,2024-01-01,x");
        assertThatThrownBy(
                        () ->
                                SegregationRules.of(
                                        SegregationRules.parse(
                                                "own.csv", HEADER + String.join("\n", rows))))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        e ->
                                assertThat(e.faults())
                                        .extracting(fault -> fault.line())
                                        .containsExactly(2L, 3L, 4L, 5L));
    }
}
