package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Particulars.PoolShare;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.LateCharge;
import dev.guanjia.billing.latecharge.LateChargeRules;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.billing.share.FeeFormula;
import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.billing.share.PoolId;
import dev.guanjia.billing.share.Share;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shares, formulas and late days: charges whose quantity proves itself. */
class ProvenQuantityTest {

    private static final FeeItemId POOLED = new FeeItemId("POOLED");
    private static final FeeItemId BY_FORMULA = new FeeItemId("BY_FORMULA");
    private static final FeeItemCatalogue ITEMS =
            FeeItemCatalogue.parse(
                    "items.csv",
                    """
                    id,zh,en,basis,meters,income,management_fee,order,from,source
                    POOLED,公摊,Pooled,SHARE,,ON_BEHALF,no,10,2020-01,a test
                    BY_FORMULA,公式,By formula,FORMULA,,OWN,no,20,2020-01,a test
                    """);
    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "90");
    private static final UnitHistory EVER =
            UnitHistory.since(HOME, Vacancy.OCCUPIED, LocalDate.of(2020, 1, 1));

    /** A hundred yuan over three: 33.33, and the coin that is left. */
    @Test
    void aShareIsChargedToTheCoin() {
        Share share =
                new Share(HOME.id(), Money.fen(10_000), Rational.ONE, Rational.of(3, 1), true);
        assertThat(bill(EVER, shares(share)).get(0)).isEqualTo("2026-03 CNY 33.34");
        assertThat(share.quantity(new PoolId("pl_1")).amount()).isEqualTo(share.amount());
        assertThat(bill(EVER, Particulars.NONE))
                .containsExactly("2026-03 NO_SHARE", "2026-03 NO_FORMULA");
    }

    @Test
    void theSharesOfTwoOwnersOfAMonthAddUpToTheShare() {
        UnitHistory sold =
                CorrectedYear.accepted(
                        EVER.withOwner(new OwnerId("ow_2"), LocalDate.of(2026, 3, 11)));
        Share share =
                new Share(HOME.id(), Money.fen(10_000), Rational.ONE, Rational.of(3, 1), true);
        assertThat(bill(sold, shares(share)))
                .startsWith("2026-03-01/2026-03-10 CNY 10.75", "2026-03-11/2026-03-31 CNY 22.59");
    }

    /** (1200 kWh / 4 houses) at 0.60 is 180.00. */
    @Test
    void aFormulaIsPricedAndComputedAgain() {
        FormulaTerm term = term("T/C", Map.of("total_reading", 1200, "houses", 4));
        Particulars given = formula(term);
        assertThat(bill(EVER, given).get(1)).isEqualTo("2026-03 CNY 180.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity.Formula(term.formula(), new TreeMap<>()));
    }

    /** A formula that names the price has it among its values, and nothing is priced twice. */
    @Test
    void aFormulaWithThePriceInItIsMoney() {
        FormulaTerm term = term("房屋面积*单价", Map.of("unit_area", 90));
        assertThat(bill(EVER, formula(term)).get(1)).isEqualTo("2026-03 CNY 54.00");
    }

    /**
     * 90.00 at 0.60 for 10 of 31 days, 120 at 0.60 for the other 21: 17.42 + 48.77, rounded once.
     */
    @Test
    void theFloorAreaThatAFormulaNamesIsThatOfTheDay() {
        FormulaTerm term = term("R", Map.of());
        UnitHistory grown =
                CorrectedYear.accepted(
                        EVER.withArea(Rational.of(120, 1), LocalDate.of(2026, 3, 11)));
        assertThat(bill(grown, formula(term)).get(1)).isEqualTo("2026-03 CNY 66.19");
    }

    @Test
    void beingLateBecomesAChargeWithItsDays() {
        Charge late = Billing.charge("un_1", 100_000);
        FeeItemId item = new FeeItemId("LATE_CHARGE");
        LateChargeRules rules =
                LateChargeRules.parse(
                        "late.csv",
                        """
                        item,from,until,rate,per,grace_days,cap,rounding,source
                        PROPERTY_SERVICE,2026-01-01,,1/2000,DAY,0,,,a test
                        """,
                        item);
        OpenHistory history =
                new OpenHistory(
                        late.id(),
                        late.key().feeItem(),
                        late.amount(),
                        late.dueOn(),
                        List.of(),
                        List.of());
        LateCharge cost = LateCharge.of(history, rules, late.dueOn().plusDays(10));
        Charge charge =
                cost.charge(new ChargeId("ch_late"), item, late, late.dueOn().plusDays(40))
                        .orElseThrow();
        assertThat(charge.amount()).as("1000 yuan x 1/2000 x 10 days").isEqualTo(Money.fen(500));
        assertThat(charge.payer()).isEqualTo(late.payer());
        assertThat(charge.key().order()).isEqualTo(late.id().value());
        assertThat(charge.trace().recompute().gross()).isEqualTo(charge.amount());
        LateCharge nothing = LateCharge.of(history, rules, late.dueOn());
        assertThat(nothing.charge(new ChargeId("ch_late"), item, late, late.dueOn())).isEmpty();
    }

    /** 0.5 + 0.5 coins a line: two coins by line, one by total, and it goes to the first line. */
    @Test
    void whereTheTotalIsRoundedTheLinesAreCutSoThatTheyAddUpToIt() {
        assertThat(halves(RoundingPolicy.Scope.PER_LINE)).containsExactly("CNY 1.01", "CNY 1.01");
        assertThat(halves(RoundingPolicy.Scope.PER_TOTAL)).containsExactly("CNY 1.01", "CNY 1.00");
    }

    /** 0.10 + 0.10 with 6 % on top are 0.212: by line 0.11 twice, the total 0.21. */
    @Test
    void theTotalThatIsRoundedIsTheOneWithTaxOnTop() {
        Tax six = new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100));
        assertThat(pair("0.10", RoundingPolicy.Scope.PER_LINE, six))
                .containsExactly("CNY 0.11", "CNY 0.11");
        assertThat(pair("0.10", RoundingPolicy.Scope.PER_TOTAL, six))
                .containsExactly("CNY 0.11", "CNY 0.10");
    }

    private static List<String> halves(RoundingPolicy.Scope scope) {
        return pair("1.005", scope, Tax.NONE);
    }

    private static List<String> pair(String price, RoundingPolicy.Scope scope, Tax tax) {
        Terms plain = Terms.STANDARD;
        Terms terms =
                new Terms(
                        plain.cycle(),
                        plain.timing(),
                        plain.proration(),
                        new RoundingPolicy(RoundingMode.HALF_UP, 2, scope),
                        tax,
                        List.of());
        List<Tariff> tariffs = new ArrayList<>();
        for (String item : List.of("BY_UNIT", "BY_CYCLE")) {
            Tariff one = Billing.tariff("tf_" + item, new FeeItemId(item), price, "2026-01-01");
            tariffs.add(
                    new Tariff(
                            one.id(),
                            one.scope(),
                            one.pricing(),
                            terms,
                            one.currency(),
                            one.from(),
                            null));
        }
        BillCalculation run =
                new BillCalculation(
                        Billing.ITEMS,
                        Billing.book(tariffs.toArray(Tariff[]::new)),
                        MARCH,
                        MARCH.end());
        List<String> amounts = new ArrayList<>();
        for (BillOutcome outcome :
                run.outcomes(new UnitFacts(HOME, List.of(), Set.of()), Billing.IDS)) {
            outcome.fold(c -> amounts.add(c.charge().amount().toString()), s -> false, s -> false);
        }
        return amounts;
    }

    private static Particulars shares(Share share) {
        PoolShare mine = new PoolShare(POOLED, MARCH, share.quantity(new PoolId("pl_1")));
        return new Particulars(new TreeMap<>(), List.of(mine), new TreeMap<>());
    }

    private static Particulars formula(FormulaTerm term) {
        return new Particulars(
                new TreeMap<>(), List.of(), new TreeMap<>(Map.of(new TariffId("tf_1"), term)));
    }

    private static FormulaTerm term(String text, Map<String, Integer> values) {
        Map<String, Rational> numbers = new TreeMap<>();
        values.forEach((name, value) -> numbers.put(name, Rational.of(value, 1)));
        return FeeFormula.read(text, FeeNames.standard()).formula().orElseThrow().term(numbers);
    }

    private static List<String> bill(UnitHistory history, Particulars particulars) {
        TariffBook book = Billing.book(Billing.tariff("tf_1", BY_FORMULA, "0.6", "2026-01-01"));
        BillCalculation run = new BillCalculation(ITEMS, book, MARCH, MARCH.end());
        UnitFacts facts = new UnitFacts(HOME, history, List.of(), Set.of()).with(particulars);
        return run.outcomes(facts, Billing.IDS).stream()
                .map(
                        outcome ->
                                outcome.key().period()
                                        + " "
                                        + outcome.fold(
                                                c -> c.charge().amount().toString(),
                                                same -> "UNCHANGED",
                                                skipped -> skipped.reason().name()))
                .toList();
    }
}
