package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxPostingTest {

    private static final FeeItemCatalogue ITEMS =
            FeeItemCatalogue.parse(
                    "items.csv",
                    """
                    id,zh,en,basis,meters,income,management_fee,order,from,source
                    PROPERTY_SERVICE,物业费,Service,AREA,,OWN,yes,10,2020-01,a test
                    GRID_POWER,代收电费,Power,UNIT,,ON_BEHALF,no,20,2020-01,a test
                    """);
    private static final PostingReaction BOOKS =
            new PostingReaction(
                    PostingReaction.byIncome(
                            PostingReaction.standardRules(ChartOfAccounts.load()), ITEMS),
                    Language.EN);
    private static final JournalEntryId ID = new JournalEntryId("je_1");
    private static final UnitId UNIT = new UnitId("un_1");

    private static String told(Decision<JournalEntry> decision) {
        return decision.fold(
                entry ->
                        entry.lines().stream()
                                .map(TaxPostingTest::told)
                                .collect(Collectors.joining(", ")),
                reasons -> reasons.toString());
    }

    private static String told(JournalLine line) {
        return line.side().name().charAt(0)
                + " "
                + line.account().code()
                + " "
                + line.amount().amountText();
    }

    private static Charge priced(String price, String currency, Tax tax) {
        Currency coins = Currency.getInstance(currency);
        ChargeSegment segment =
                new ChargeSegment(
                        new TariffId("tf_1"),
                        Settled.key("un_1", "PROPERTY_SERVICE").period(),
                        new Quantity.Itself(ChargeBasis.FIXED),
                        null,
                        new Rate(Rational.parse(price)),
                        Rational.ONE,
                        List.of());
        ChargeTrace trace =
                new ChargeTrace(
                        List.of(segment),
                        Rational.ZERO,
                        RoundingPolicy.standard(coins),
                        tax,
                        coins);
        return new Charge(
                new ChargeId("ch_1"),
                Settled.key("un_1", "PROPERTY_SERVICE"),
                Payer.owner(new OwnerId("ow_1")),
                trace.recompute().gross(),
                Settled.DAY,
                trace);
    }

    @ParameterizedTest
    @CsvSource({
        "106.00, CNY, INCLUSIVE, 6, 106.00, 100.00, 6.00",
        "100.00, CNY, EXCLUSIVE, 6, 106.00, 100.00, 6.00",
        // the tax is 0.0566 and 0.0849 of the price: cut out and rounded, the net is what is left
        "1.00, CNY, INCLUSIVE, 6, 1.00, 0.94, 0.06",
        "1.50, CNY, INCLUSIVE, 6, 1.50, 1.42, 0.08",
        "0.25, CNY, EXCLUSIVE, 6, 0.27, 0.25, 0.02",
        "1100, JPY, INCLUSIVE, 10, 1100, 1000, 100",
        "105, JPY, EXCLUSIVE, 10, 116, 105, 11",
        "100, JPY, INCLUSIVE, 10, 100, 91, 9"
    })
    void theTaxOfAChargeIsOwedToTheTaxOfficeAndTheRestIsEarned(
            String price,
            String currency,
            Tax.Kind kind,
            long percent,
            String owed,
            String net,
            String tax) {
        Charge charge = priced(price, currency, new Tax(kind, Rational.of(percent, 100)));
        assertThat(told(BOOKS.chargeEntered(ID, ChargeEntered.of(charge), Settled.DAY)))
                .isEqualTo("D 1122 %s, C 600101 %s, C 222101 %s".formatted(owed, net, tax));
    }

    @Test
    void aChargeThatIsAllTaxEarnsNothingAndOneWithoutOwesNone() {
        Charge fen = priced("0.01", "CNY", new Tax(Tax.Kind.INCLUSIVE, Rational.ONE));
        assertThat(told(BOOKS.chargeEntered(ID, ChargeEntered.of(fen), Settled.DAY)))
                .isEqualTo("D 1122 0.01, C 222101 0.01");
        Charge plain = priced("106", "CNY", Tax.NONE);
        assertThat(told(BOOKS.chargeEntered(ID, ChargeEntered.of(plain), Settled.DAY)))
                .isEqualTo("D 1122 106.00, C 600101 106.00");
    }

    private static Decision<Optional<JournalEntry>> takenBack(
            String item, Taxed posted, long amount, Map<UnitId, Money> returned) {
        ChargeEntered charge = Settled.charge("ch_1", Settled.key("un_1", item), posted);
        return BOOKS.chargeReversed(
                ID,
                new ChargeTakenBack(
                        Settled.reversal(charge),
                        charge.key(),
                        posted,
                        Money.fen(amount),
                        returned));
    }

    private static String told(String item, Taxed posted, long amount) {
        return takenBack(item, posted, amount, Map.of())
                .fold(
                        entry -> entry.map(Decision::accept).map(TaxPostingTest::told).orElse("-"),
                        reasons -> reasons.toString());
    }

    @ParameterizedTest
    @CsvSource({
        // all of it; what was waived before lowers the income that is taken back, never the tax
        "10600, 'D 600101 100.00, C 1122 106.00, D 222101 6.00'",
        "7600, 'D 600101 70.00, C 1122 76.00, D 222101 6.00'",
        "600, 'D 222101 6.00, C 1122 6.00'",
        // less than the tax was left: what was waived bore the rest of it
        "200, 'D 222101 6.00, C 1122 2.00, C 600199 4.00'",
        "0, 'D 222101 6.00, C 600199 6.00'"
    })
    void noTaxIsLeftOfAChargeThatIsTakenBack(long amount, String lines) {
        assertThat(told("PROPERTY_SERVICE", Settled.taxed(10_000, 600), amount)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({
        "10600, 0, 'D 224102 106.00, C 1122 106.00'",
        "7600, 600, 'D 224102 106.00, C 1122 76.00, C 600199 30.00'",
        "0, 600, 'D 224102 106.00, C 600199 106.00'",
        "0, 0, 'D 224102 106.00, C 600199 106.00'"
    })
    void nothingIsOwedToOthersOfAChargeThatIsTakenBack(long amount, long tax, String lines) {
        assertThat(told("GRID_POWER", Settled.taxed(10_600 - tax, tax), amount)).isEqualTo(lines);
    }

    @Test
    void whatWasWaivedInFullWithoutTaxLeavesNothingToTakeBack() {
        assertThat(told("PROPERTY_SERVICE", Settled.taxed(10_000, 0), 0)).isEqualTo("-");
    }

    @Test
    void whatWasPaidOfATaxedChargeIsReturnedWithItsTax() {
        assertThat(
                        takenBack(
                                        "PROPERTY_SERVICE",
                                        Settled.taxed(10_000, 600),
                                        10_600,
                                        Map.of(UNIT, Money.fen(5_000)))
                                .<String>fold(
                                        entry -> told(Decision.accept(entry.orElseThrow())),
                                        reasons -> reasons.toString()))
                .isEqualTo(
                        "D 600101 100.00, C 1122 106.00, D 222101 6.00, D 1122 50.00,"
                                + " C 2203 50.00");
    }

    @Test
    void noMoreIsTakenBackThanWasPosted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("PROPERTY_SERVICE", Settled.taxed(100, 6), 107));
    }

    @Test
    void aFeeOnBehalfOfOthersIsOwedToThemAndWhoWaivesItBearsIt() {
        ChargeEntered power =
                Settled.charge(
                        "ch_1", Settled.key("un_1", "GRID_POWER"), Settled.taxed(10_000, 1_300));
        assertThat(told(BOOKS.chargeEntered(ID, power, Settled.DAY)))
                .isEqualTo("D 1122 113.00, C 224102 113.00");
        assertThat(told(BOOKS.waiverPosted(ID, Settled.waiver(power, 5_000), Settled.DAY)))
                .isEqualTo("D 600199 50.00, C 1122 50.00");
    }

    @Test
    void refundsTakeBackTaxInProportionAndNeverMoreThanThereWas() {
        Taxed charge = Settled.taxed(94, 6);
        Money before = Money.fen(0);
        Money tax = Money.fen(0);
        for (long part : new long[] {7, 8, 1, 9, 25, 33, 17}) {
            Taxed back = ChargeRefunded.taxed(charge, before, Money.fen(part));
            assertThat(back.gross()).isEqualTo(Money.fen(part));
            before = before.plus(back.gross());
            tax = tax.plus(back.tax());
            // never further from its share than half a fen
            assertThat(tax.toRational().minus(before.toRational().times(Rational.of(6, 100))))
                    .isBetween(Rational.of(-1, 200), Rational.of(1, 200));
        }
        assertThat(tax).isEqualTo(charge.tax());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChargeRefunded.taxed(charge, Money.fen(99), Money.fen(2)));
    }

    @Test
    void aRefundDebitsIncomeAndTax() {
        Taxed half =
                ChargeRefunded.taxed(Settled.taxed(10_000, 600), Money.fen(0), Money.fen(5_300));
        ChargeRefunded event =
                new ChargeRefunded(
                        "rf_1",
                        Settled.key("un_1", "PROPERTY_SERVICE"),
                        half,
                        Money.fen(5_300),
                        PaymentMethod.CASH);
        assertThat(told(BOOKS.chargeRefunded(ID, event, Settled.DAY)))
                .isEqualTo(
                        "D 600101 50.00, C 1122 53.00, D 222101 3.00, D 1122 53.00, C 1001 53.00");
    }
}
