package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.PostingRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeePostingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Test
    void everyFeeCanBeChargedWaivedWrittenOffAndRecovered() {
        List<String> missing = new ArrayList<>();
        for (FeeItem item : FeeItemCatalogue.standard().items()) {
            for (String event :
                    List.of(
                            "charge-entered",
                            "charge-taxed",
                            "charge-untaxed",
                            "relief-untaxed",
                            "waiver-posted",
                            "write-off-posted",
                            "write-off-recovered")) {
                note(missing, event, item.id().value());
            }
        }
        DepositKind.standard().forEach(kind -> note(missing, "deposit-deducted", kind.id()));
        assertThat(missing).isEmpty();
    }

    @Test
    void aFeeOfACompanysOwnIsPostedWhateverBecomesOfIt() {
        List<String> missing = new ArrayList<>();
        for (String event :
                List.of(
                        "charge-entered",
                        "charge-reversed",
                        "charge-refunded",
                        "waiver-posted",
                        "write-off-posted",
                        "write-off-recovered")) {
            note(missing, event, "PARKING_OF_OUR_OWN");
            note(missing, event, "LATE_CHARGE");
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "charge-entered, 1122 224102",
        "charge-taxed, 1122 224102",
        "charge-reversed, 224102 1122",
        "charge-refunded, 224102 1122",
        "charge-untaxed, 224102 1122",
        "relief-withdrawn, 224102 600199",
        "relief-untaxed, 224102 600199",
        "waiver-posted, 600199 1122",
        "write-off-posted, 6701 1122",
        "write-off-recovered, 1122 6701"
    })
    void aFeeOnBehalfOfOthersIsNoIncomeWhateverBecomesOfIt(String event, String accounts) {
        assertThat(accounts(event, "*ON_BEHALF", false)).isEqualTo(accounts);
    }

    @Test
    void onlyWhatIsOwedToOthersIsWithdrawnAfterAWaiver() {
        assertThat(accounts("relief-withdrawn", "PROPERTY_SERVICE", false)).startsWith("no rule");
    }

    @Test
    void aDepositOfACompanysOwnKindCanBeKeptInPart() {
        List<String> missing = new ArrayList<>();
        note(missing, "deposit-deducted", "PET");
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge-reversed", "charge-refunded"})
    void whatTakesAChargeBackTouchesTheAccountsThatTheChargeTouched(String event) {
        List<String> items = new ArrayList<>(List.of("PARKING_OF_OUR_OWN"));
        FeeItemCatalogue.standard().items().forEach(item -> items.add(item.id().value()));
        for (String item : items) {
            assertThat(accounts(event, item, true))
                    .as(event + " " + item)
                    .isEqualTo(accounts("charge-entered", item, false));
        }
    }

    @Test
    void whatIsRecoveredTouchesTheAccountsOfItsWriteOff() {
        List<String> items = new ArrayList<>(List.of("PARKING_OF_OUR_OWN"));
        FeeItemCatalogue.standard().items().forEach(item -> items.add(item.id().value()));
        for (String item : items) {
            assertThat(accounts("write-off-recovered", item, true))
                    .as(item)
                    .isEqualTo(accounts("write-off-posted", item, false));
        }
    }

    /** The debit and the credit account of a rule, or the other way round. */
    private static String accounts(String event, String key, boolean swapped) {
        return PostingReaction.standardRules(ChartOfAccounts.load())
                .rule(event, key, DAY)
                .fold(
                        rule ->
                                swapped
                                        ? rule.credit().code() + " " + rule.debit().code()
                                        : rule.debit().code() + " " + rule.credit().code(),
                        reasons -> "no rule for " + event + " " + key);
    }

    private static void note(List<String> missing, String event, String key) {
        PostingRules rules = PostingReaction.standardRules(ChartOfAccounts.load());
        rules.rule(event, key, DAY).fold(rule -> true, reasons -> missing.add(event + " " + key));
    }
}
