package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.MeterFacts;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.UnitUse;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Whatever a community looks like, the columns come to what the rules come to. */
class BatchCalculationProperties {

    @Property(tries = 300)
    void everyLineIsWhatTheRulesSay(@ForAll Random random) {
        BillCalculation rules =
                new BillCalculation(
                        Billing.ITEMS,
                        book(random),
                        Billing.month(3 * (1 + random.nextInt(4))),
                        LocalDate.of(2027, 1, 31));
        List<UnitFacts> units = units(random, rules.period());
        BilledTable billed = new BatchCalculation(rules).bill(UnitTable.of(units, rules));
        int plain = 0;
        for (int row = 0; row < units.size(); row++) {
            List<BillOutcome> said = rules.outcomes(units.get(row), Billing.IDS);
            assertThat(billed.outcomes(row, Billing.IDS)).isEqualTo(said);
            for (int column = 0; column < billed.items().size(); column++) {
                Optional<Taxed> amount = billed.amount(row, column);
                plain += amount.isPresent() ? 1 : 0;
                FeeItemId item = billed.items().get(column);
                amount.ifPresent(taxed -> assertThat(taxed).isEqualTo(owed(said, item)));
            }
        }
        Statistics.label("plain lines")
                .collect(plain > 0)
                .coverage(lines -> lines.check(true).percentage(part -> part > 50));
    }

    private static Taxed owed(List<BillOutcome> outcomes, FeeItemId item) {
        Taxed nothing = new Taxed(Money.fen(0), Money.fen(0));
        List<Taxed> owed = new ArrayList<>();
        for (BillOutcome outcome : outcomes) {
            if (outcome.key().feeItem().equals(item)) {
                owed.add(
                        outcome.fold(
                                charged -> charged.charge().trace().recompute(),
                                unchanged -> null,
                                skipped -> nothing));
            }
        }
        assertThat(owed).as("a plain line is one charge or none").hasSize(1);
        return owed.get(0);
    }

    static TariffBook book(Random random) {
        List<Tariff> tariffs = new ArrayList<>();
        for (FeeItem item : Billing.ITEMS.items()) {
            for (UnitUse use : UnitUse.values()) {
                if (random.nextInt(8) > 0) {
                    LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5));
                    LocalDate next = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(90));
                    tariffs.add(tariff(random, item.id(), use, first));
                    TariffBook book = Billing.book(tariffs.toArray(Tariff[]::new));
                    book.add(tariff(random, item.id(), use, next), null)
                            .fold(tariffs::add, refused -> false);
                }
            }
        }
        return Billing.book(tariffs.toArray(Tariff[]::new));
    }

    private static Tariff tariff(Random random, FeeItemId item, UnitUse use, LocalDate from) {
        return new Tariff(
                new TariffId("tf_" + item + "_" + use + "_" + from.getMonthValue()),
                new TariffScope(Billing.COMMUNITY, item, use),
                pricing(random),
                terms(random),
                Money.CNY,
                from,
                null);
    }

    private static Pricing pricing(Random random) {
        Rational price = Rational.of(1 + random.nextInt(9_999_999), 1_000_000);
        return random.nextInt(8) > 0
                ? new Rate(price)
                : new Slabs(
                        List.of(
                                new Band(Rational.ZERO, Rational.of(10, 1), price),
                                new Band(Rational.of(10, 1), null, Rational.ONE)),
                        Rational.of(random.nextInt(30), 1));
    }

    private static Terms terms(Random random) {
        Rational rate = Rational.of(1 + random.nextInt(30), 100);
        Tax tax =
                switch (random.nextInt(3)) {
                    case 0 -> Tax.NONE;
                    case 1 -> new Tax(Tax.Kind.INCLUSIVE, rate);
                    default -> new Tax(Tax.Kind.EXCLUSIVE, rate);
                };
        RoundingMode mode = random.nextInt(8) > 0 ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return new Terms(
                Cycle.values()[random.nextInt(3)],
                Timing.ARREARS,
                Proration.values()[random.nextInt(4)],
                new RoundingPolicy(mode, random.nextInt(3), RoundingPolicy.Scope.PER_LINE),
                tax,
                List.of());
    }

    private static List<UnitFacts> units(Random random, ServicePeriod period) {
        List<UnitFacts> units = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = "un_" + i;
            UnitUse use = UnitUse.values()[random.nextInt(UnitUse.values().length)];
            String area = Rational.of(1 + random.nextInt(300_000_000), 1_000_000).decimalText();
            units.add(
                    new UnitFacts(
                            Billing.unit(id, use, area),
                            meters(random, id, period),
                            charged(random, id, period)));
        }
        return units;
    }

    private static List<MeterFacts> meters(Random random, String unit, ServicePeriod period) {
        if (random.nextInt(4) == 0) {
            return List.of();
        }
        String value = Rational.of(random.nextInt(900_000), 1_000).decimalText();
        String day = period.start().plusDays(random.nextInt(40)).toString();
        return List.of(
                new MeterFacts(
                        Billing.history(Billing.meter("mt_" + unit, unit, "0"), day, value),
                        Map.of()));
    }

    private static Set<ChargeKey> charged(Random random, String unit, ServicePeriod period) {
        FeeItemId item = Billing.ITEMS.items().get(random.nextInt(4)).id();
        return random.nextInt(4) > 0 ? Set.of() : Set.of(Billing.key(unit, item, period));
    }
}
