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

class FeePostingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Test
    void everyFeeCanBeChargedWaivedWrittenOffAndRecovered() {
        List<String> missing = new ArrayList<>();
        for (FeeItem item : FeeItemCatalogue.standard().items()) {
            for (String event :
                    List.of(
                            "charge-entered",
                            "waiver-posted",
                            "write-off-posted",
                            "write-off-recovered")) {
                note(missing, event, item.id().value());
            }
        }
        DepositKind.standard().forEach(kind -> note(missing, "deposit-deducted", kind.id()));
        assertThat(missing).isEmpty();
    }

    /** Paid work alone is not taken back but refunded, so it has no rule of its own for that. */
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

    private static void note(List<String> missing, String event, String key) {
        PostingRules rules = PostingReaction.standardRules(ChartOfAccounts.load());
        rules.rule(event, key, DAY).fold(rule -> true, reasons -> missing.add(event + " " + key));
    }
}
