package dev.guanjia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostingRulesTest {

    private static final String HEADER = "event,key,zh,en,debit,credit,from,source\n";
    private static final String ROWS =
            HEADER
                    + "payment-allocated,BANK,银行收款,Bank receipt,1002,1122,2024-01,x\n"
                    + "payment-allocated,BANK,银行收款,Bank receipt,1012,1122,2024-03,x\n";

    private static PostingRules rules(String rows) {
        return PostingRules.of(
                Table.parse("rules.csv", rows, PostingRules.COLUMNS), ChartOfAccounts.load());
    }

    private static String debitOn(LocalDate day) {
        return rules(ROWS)
                .rule("payment-allocated", "BANK", day)
                .fold(rule -> rule.debit().code().value(), PostingRulesTest::said);
    }

    private static String said(List<Refusal> reasons) {
        return Wording.of(reasons.get(0), Language.EN);
    }

    @Test
    void theRowInForceOnTheDayHolds() {
        assertThat(debitOn(LocalDate.of(2024, 1, 1))).isEqualTo("1002");
        assertThat(debitOn(LocalDate.of(2024, 2, 29))).isEqualTo("1002");
        assertThat(debitOn(LocalDate.of(2024, 3, 1))).isEqualTo("1012");
    }

    @Test
    void beforeTheFirstRowThereIsNoRule() {
        assertThat(debitOn(LocalDate.of(2023, 12, 31)))
                .isEqualTo(
                        "No posting rule says where payment-allocated of BANK goes on 2023-12-31.");
    }

    @Test
    void anUnknownKeyHasNoRule() {
        assertThat(
                        rules(ROWS)
                                .rule("payment-allocated", "CHEQUE", LocalDate.of(2024, 1, 1))
                                .<String>fold(rule -> "posted", PostingRulesTest::said))
                .contains("CHEQUE");
    }

    @Test
    void aKeyWithoutARowOfItsOwnHasThatOfItsKindAndThenThatOfAll() {
        PostingRules rules =
                rules(
                                HEADER
                                        + "fee,WATER,水费,Water,1122,600102,2024-01,x\n"
                                        + "fee,*ON_BEHALF,代收,Behalf,1122,224102,2024-01,x\n"
                                        + "fee,*,其他,Other,1122,600104,2024-01,x\n"
                                        + "relief,*ON_BEHALF,减免,Relief,224102,1122,2024-01,x\n")
                        .withKinds(
                                Map.of("WATER", "ON_BEHALF", "GAS", "ON_BEHALF", "LOCKER", "OWN"));
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThat(List.of("WATER", "GAS", "LOCKER", "POOL", "ON_BEHALF", "*ON_BEHALF"))
                .extracting(
                        key ->
                                rules.rule("fee", key, day)
                                        .fold(
                                                rule -> rule.credit().code().value(),
                                                PostingRulesTest::said))
                .containsExactly("600102", "224102", "600104", "600104", "600104", "224102");
        assertThat(rules.find("relief", "GAS", day)).isPresent();
        assertThat(rules.find("relief", "LOCKER", day)).isEmpty();
        assertThat(rules.find("relief", "GAS", day.minusDays(1))).isEmpty();
    }

    @Test
    void theUnitStandsOnTheControlSideOnly() {
        PostingRule rule = rules(ROWS).rules().get(0);
        assertThat(rule.lines(Money.fen(100), "un_1"))
                .extracting(JournalLine::counterparty)
                .containsExactly(null, "un_1");
    }

    @Test
    void everyFaultyRowIsNamedAtOnce() {
        String rows =
                HEADER
                        + "a,X,甲,A,1002,9999,2024-01,x\n"
                        + "a,Y,甲,A,1002,1002,2024-01,x\n"
                        + "a,Z,甲,A,1002,1122,2006-12,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> rules(rows))
                .withMessageContainingAll(
                        "rules.csv:2 credit: no account in the chart: 9999",
                        "rules.csv:3: rule debits and credits one account: 1002",
                        "rules.csv:4: rule begins before account 1002: 2006-12-01");
    }

    @Test
    void aRuleStandsOnceForOneDay() {
        String row = "a,X,甲,A,1002,1122,2024-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> rules(HEADER + row + row))
                .withMessage("rules.csv:3: stands twice: a X from 2024-01-01");
    }
}
