package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingReactionTest {

    private static final PostingRules RULES = PostingReaction.standardRules(ChartOfAccounts.load());
    private static final PostingReaction BOOKS = new PostingReaction(RULES, Language.EN);
    private static final JournalEntryId ID = new JournalEntryId("je_1");
    private static final ChargeEntered SERVICE =
            Settled.charge("ch_1", Settled.key("un_1", "PROPERTY_SERVICE"), 23_500);
    private static final ChargeEntered WATER =
            Settled.charge("ch_2", Settled.key("un_1", "SECONDARY_WATER"), 1_200);

    private static String told(Decision<JournalEntry> decision) {
        return decision.fold(
                entry ->
                        entry.document()
                                + ": "
                                + entry.lines().stream()
                                        .map(PostingReactionTest::told)
                                        .collect(Collectors.joining(", ")),
                reasons ->
                        reasons.stream()
                                .map(reason -> Wording.of(reason, Language.EN))
                                .collect(Collectors.joining(" ")));
    }

    private static String told(JournalLine line) {
        return line.side()
                + " "
                + line.account().code()
                + " "
                + line.amount().amountText()
                + (line.counterparty() == null ? "" : " " + line.counterparty());
    }

    @Test
    void aChargeIsOwedByTheUnitAndEarnedByFeeItem() {
        assertThat(told(BOOKS.chargeEntered(ID, SERVICE, Settled.DAY)))
                .isEqualTo("CHARGE ch_1: DEBIT 1122 235.00 un_1, CREDIT 600101 235.00");
        assertThat(told(BOOKS.chargeEntered(ID, WATER, Settled.DAY)))
                .isEqualTo("CHARGE ch_2: DEBIT 1122 12.00 un_1, CREDIT 600102 12.00");
    }

    @ParameterizedTest
    @CsvSource({
        "CASH, 1001",
        "BANK, 1002",
        "WECHAT, 1012",
        "ALIPAY, 1012",
        "CARD, 1002",
        "CHEQUE, 1002"
    })
    void aPaymentSettlesWhatIsOwedAndTheRestIsOwedBack(PaymentMethod method, String account) {
        PaymentTaken taken = Settled.payment(30_000, method, List.of(SERVICE, WATER));
        assertThat(told(BOOKS.paymentTaken(ID, taken, Settled.DAY)))
                .isEqualTo(
                        "PAYMENT pm_1: DEBIT %s 300.00, CREDIT 1122 247.00 un_1, CREDIT 2203 53.00"
                                        .formatted(account)
                                + " un_1");
    }

    @Test
    void aPaymentThatOnlySettlesOrOnlyPrepaysHasTwoLines() {
        PaymentTaken part = Settled.payment(100, PaymentMethod.CASH, List.of(SERVICE));
        assertThat(told(BOOKS.paymentTaken(ID, part, Settled.DAY)))
                .isEqualTo("PAYMENT pm_1: DEBIT 1001 1.00, CREDIT 1122 1.00 un_1");
        PaymentTaken early = Settled.payment(100, PaymentMethod.CASH, List.of());
        assertThat(told(BOOKS.paymentTaken(ID, early, Settled.DAY)))
                .isEqualTo("PAYMENT pm_1: DEBIT 1001 1.00, CREDIT 2203 1.00 un_1");
    }

    @Test
    void aWaiverTakesBackPartOfWhatWasEarned() {
        assertThat(told(BOOKS.waiverPosted(ID, Settled.waiver(SERVICE, 5_000), Settled.DAY)))
                .isEqualTo("WAIVER wv_1: DEBIT 600199 50.00, CREDIT 1122 50.00 un_1");
    }

    @Test
    void whatWasPaidOfAChargeThatIsTakenBackIsOwedToTheUnit() {
        ChargeTakenBack event =
                new ChargeTakenBack(
                        Settled.reversal(SERVICE),
                        SERVICE.key(),
                        SERVICE.taxed(),
                        Money.fen(20_000),
                        Map.of(
                                SERVICE.key().unit(),
                                Money.fen(3_000),
                                new UnitId("un_9"),
                                Money.fen(2_000)));
        assertThat(
                        BOOKS.chargeReversed(ID, event)
                                .<String>fold(
                                        entry -> told(Decision.accept(entry.orElseThrow())),
                                        reasons -> reasons.toString()))
                .isEqualTo(
                        "CHARGE_REVERSAL ch_1: DEBIT 600101 200.00, CREDIT 1122 200.00 un_1,"
                                + " DEBIT 1122 50.00 un_1, CREDIT 2203 30.00 un_1,"
                                + " CREDIT 2203 20.00 un_9");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ChargeTakenBack(
                                        Settled.reversal(SERVICE),
                                        SERVICE.key(),
                                        SERVICE.taxed(),
                                        Money.fen(1),
                                        Map.of(SERVICE.key().unit(), Money.fen(2))));
    }

    @Test
    void theNarrativeIsInTheLanguageOfTheBooks() {
        PostingReaction chinese = new PostingReaction(RULES, Language.ZH_CN);
        assertThat(
                        chinese.chargeEntered(ID, SERVICE, Settled.DAY)
                                .<String>fold(JournalEntry::narrative, reasons -> ""))
                .isEqualTo("应收物业服务费 un_1 ch_1");
    }

    @Test
    void whatNoRuleCoversIsRefusedWithEveryReason() {
        LocalDate early = LocalDate.of(2019, 12, 31);
        PaymentTaken taken = Settled.payment(30_000, PaymentMethod.CASH, List.of(SERVICE));
        assertThat(told(BOOKS.paymentTaken(ID, taken, early)))
                .isEqualTo(
                        "No posting rule says where payment-allocated of CASH goes on 2019-12-31."
                                + " No posting rule says where payment-prepaid of CASH goes on"
                                + " 2019-12-31.");
    }

    @Test
    void whatACompanyChargesForBesideTheCatalogueIsOtherServiceIncome() {
        ChargeEntered heating = Settled.charge("ch_3", Settled.key("un_1", "HEATING"), 1);
        assertThat(told(BOOKS.chargeEntered(ID, heating, Settled.DAY)))
                .isEqualTo("CHARGE ch_3: DEBIT 1122 0.01 un_1, CREDIT 600104 0.01");
    }

    @Test
    void everyFeeItemAndEveryMethodHasItsRules() {
        assertThat(RULES.rules()).hasSizeGreaterThanOrEqualTo(44);
        for (FeeItem item : FeeItemCatalogue.standard().items()) {
            assertThat(isCovered("charge-entered", item.id().value(), item.from())).isTrue();
            assertThat(isCovered("waiver-posted", item.id().value(), item.from())).isTrue();
        }
        for (PaymentMethod method : PaymentMethod.values()) {
            assertThat(isCovered("payment-allocated", method.name(), Settled.DAY)).isTrue();
            assertThat(isCovered("payment-prepaid", method.name(), Settled.DAY)).isTrue();
            assertThat(isCovered("payment-reversed", method.name(), Settled.DAY)).isTrue();
            assertThat(isCovered("prepayment-reversed", method.name(), Settled.DAY)).isTrue();
            assertThat(isCovered("prepayment-refunded", method.name(), Settled.DAY)).isTrue();
        }
    }

    private static boolean isCovered(String event, String key, LocalDate day) {
        return RULES.rule(event, key, day).fold(rule -> rule.key().equals(key), reasons -> false);
    }
}
