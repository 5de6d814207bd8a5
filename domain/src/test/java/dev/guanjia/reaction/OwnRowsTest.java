package dev.guanjia.reaction;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.arrears.AgeBucket;
import dev.guanjia.billing.arrears.AgeBuckets;
import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.dunning.DunningLevels;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.PostingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of billing that the product proposes, and a company changes. */
class OwnRowsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final ChartOfAccounts CHART = ChartOfAccounts.load();

    @Test
    void aLevelOfDunningIsMovedAndTheOthersStay() {
        DunningLevels own = levels("VISIT,上门,Visit,VISIT,VISIT,10,yes,own\n");
        assertThat(own.all())
                .extracting(level -> level.key() + " " + level.daysOverdue())
                .containsExactly("NOTICE 1", "VISIT 10", "CALL 15", "LAWYERS_LETTER 90");
        assertThat(own.all().get(1).mayBeSkipped()).isTrue();
        assertThat(DunningLevels.load().all().get(1).key()).isEqualTo("CALL");
    }

    @Test
    void levelsThatCannotBeToldApartAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> levels("VISIT,上门,Visit,VISIT,VISIT,15,yes,own\n"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> levels("SECOND_CALL,再催,Call,CALL,TELEPHONE,20,yes,own\n"));
    }

    private static DunningLevels levels(String rows) {
        String text = String.join(",", DunningLevels.COLUMNS) + "\n" + rows;
        return DunningLevels.load().with(Table.parse("own", text, DunningLevels.COLUMNS));
    }

    @Test
    void aCompanyTellsItsOwnAgesApart() {
        String text =
                String.join(",", AgeBuckets.COLUMNS)
                        + "\nFRESH,一年内,Up to a year,,365,own\nOLD,一年以上,Over a year,366,,own\n";
        AgeBuckets own = AgeBuckets.of(Table.parse("own", text, AgeBuckets.COLUMNS));
        assertThat(List.of(own.of(-3), own.of(365), own.of(366)))
                .extracting(AgeBucket::key)
                .containsExactly("FRESH", "FRESH", "OLD");
    }

    @Test
    void aKindOfDepositIsAddedOrRenamed() {
        List<DepositKind> own =
                DepositKind.standardWith(
                        "own",
                        "id,zh,en,from,source\nPET,宠物押金,Pet deposit,2026-01,own\n"
                                + "KEY,钥匙押金,Deposit for keys,2026-01,own\n");
        assertThat(own)
                .extracting(kind -> kind.id() + " " + kind.label().en())
                .containsExactly(
                        "ACCESS_CARD Access card deposit",
                        "KEY Deposit for keys",
                        "PET Pet deposit",
                        "RENOVATION Renovation deposit");
        assertThat(DepositKind.standard()).hasSize(3);
    }

    @Test
    void anEventIsPostedToAccountsOfACompanysOwnFromADayOn() {
        PostingRules own =
                own(
                        "cash-over,CASH,长款,over,1001,6301,2026-05-04,own\n"
                                + "cash-short,CASH,短款,short,6701,1001,2020-01,own\n");
        assertThat(credit(own, "cash-over", DAY.minusDays(1))).isEqualTo("224103");
        assertThat(credit(own, "cash-over", DAY)).isEqualTo("6301");
        assertThat(accepted(own.rule("cash-short", "CASH", DAY)).debit().code().value())
                .isEqualTo("6701");
        assertThat(credit(own, "deposit-taken", DAY)).isEqualTo("224101");
        assertThat(credit(PostingReaction.standardRules(CHART), "cash-over", DAY))
                .isEqualTo("224103");
    }

    @Test
    void beforeAFeeHadARowOfItsOwnTheOneForAllFeesHolds() {
        PostingRules own = own("charge-entered,LAWN,草坪费,lawn,1122,600103,2026-05-04,own\n");
        assertThat(income(own, DAY.minusDays(1))).isEqualTo("600104");
        assertThat(income(own, DAY)).isEqualTo("600103");
        PostingRules behalf = own.withKinds(Map.of("LAWN", "ON_BEHALF"));
        assertThat(income(behalf, DAY.minusDays(1))).isEqualTo("224102");
    }

    private static String income(PostingRules rules, LocalDate day) {
        return accepted(rules.rule("charge-entered", "LAWN", day)).credit().code().value();
    }

    @Test
    void anUnknownAccountIsNamed() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> own("cash-over,CASH,长款,over,1001,9999,2026-05,own\n"))
                .withMessageContaining("9999");
    }

    private static PostingRules own(String rows) {
        String text = String.join(",", PostingRules.COLUMNS) + "\n" + rows;
        Table table = Table.parse("own", text, PostingRules.COLUMNS);
        return PostingReaction.standardRules(CHART).with(table, CHART);
    }

    private static String credit(PostingRules rules, String event, LocalDate day) {
        return accepted(rules.rule(event, "CASH", day)).credit().code().value();
    }
}
