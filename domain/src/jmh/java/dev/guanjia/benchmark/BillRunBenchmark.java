package dev.guanjia.benchmark;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What billing a unit by area costs: the calculation with its natural key and trace, beside a bare
 * loop over whole numbers that keeps nothing, and beside the same loop with Moneta's amounts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BillRunBenchmark {

    private static final int UNITS = 10_000;
    private static final FeeItemId FEE = new FeeItemId("PROPERTY_SERVICE");

    private final List<UnitFacts> facts = new ArrayList<>();
    private final long[] hundredths = new long[UNITS];
    private final MonetaryAmount price =
            Monetary.getDefaultAmountFactory().setCurrency("CNY").setNumber(2.35).create();
    private final BillCalculation calculation;

    /** Ten thousand flats of 60.00 to 159.99 square metres. */
    public BillRunBenchmark() {
        CommunityId community = new CommunityId("c");
        Tariff tariff =
                new Tariff(
                        new TariffId("t"),
                        new TariffScope(community, FEE, UnitUse.RESIDENTIAL),
                        new Rate(Rational.parse("2.35")),
                        Terms.STANDARD,
                        Money.CNY,
                        LocalDate.of(2026, 1, 1),
                        null);
        for (int i = 0; i < UNITS; i++) {
            hundredths[i] = 6_000 + i;
            Unit unit =
                    new Unit(
                            new UnitId("u" + i),
                            new BuildingId("b"),
                            "1-" + i,
                            UnitUse.RESIDENTIAL,
                            Rational.of(hundredths[i], 100),
                            new OwnerId("o" + i));
            facts.add(new UnitFacts(unit, List.of(), Set.of()));
        }
        calculation =
                new BillCalculation(
                        FeeItemCatalogue.standard(),
                        new TariffBook(community, Money.CNY, List.of(tariff)),
                        ServicePeriod.of(YearMonth.of(2026, 3)),
                        LocalDate.of(2026, 3, 31));
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long explainedCharges() {
        long total = 0;
        for (UnitFacts unit : facts) {
            for (BillOutcome outcome :
                    calculation.outcomes(unit, key -> new ChargeId("c-" + key.unit().value()))) {
                total +=
                        outcome.fold(
                                charged -> charged.charge().amount().minorUnits(),
                                unchanged -> 0L,
                                skipped -> 0L);
            }
        }
        return total;
    }

    /** Half up to the fen: hundredths of a square metre × 235 fen, over 100. */
    @Benchmark
    @OperationsPerInvocation(UNITS)
    public long bareLoop() {
        long total = 0;
        for (long area : hundredths) {
            total += (area * 235 + 50) / 100;
        }
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(UNITS)
    public MonetaryAmount monetaLoop() {
        MonetaryAmount total = price.subtract(price);
        for (long area : hundredths) {
            MonetaryAmount exact = price.multiply(area).divide(100);
            java.math.BigDecimal number = exact.getNumber().numberValue(java.math.BigDecimal.class);
            total =
                    total.add(
                            exact.getFactory()
                                    .setNumber(number.setScale(2, RoundingMode.HALF_UP))
                                    .create());
        }
        return total;
    }
}
