package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.UnitUse;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a period is cut and in whatever order its parts are charged. */
class SplitChargeProperties {

    /** The first day of a leap year; three others follow. */
    private static final LocalDate LEAP = LocalDate.of(2024, 1, 1);

    private static final UnitFacts FLAT =
            new UnitFacts(Billing.unit("un_1", UnitUse.RESIDENTIAL, "98.75"), List.of(), Set.of());

    @Property
    void thePartsAddUpToTheWholeInCoinsToo(
            @ForAll("terms") Terms terms,
            @ForAll @IntRange(max = 2) int item,
            @ForAll @Size(max = 5) List<@IntRange(max = 366) Integer> cuts,
            @ForAll Random order) {
        FeeItem fee = Billing.ITEMS.items().get(item);
        TariffBook book = book(terms);
        Tariff tariff = book.tariffs().get(item);
        ServicePeriod whole = terms.cycle().containing(LEAP.plusDays(order.nextInt(1_500)));
        BillLine line = new BillLine(book, FLAT, fee, tariff, whole);
        List<ServicePeriod> parts = Billing.cut(whole, cuts);
        Collections.shuffle(parts, order);
        Money sum = Money.fen(0);
        for (ServicePeriod part : parts) {
            sum = sum.plus(owed(line, part));
        }
        Money once = owed(line, whole);
        assertThat(once.isPositive()).isTrue();
        assertThat(sum).isEqualTo(terms.proration().splitsExactly() ? once : times(once, parts));
    }

    @Property
    void aRunChargesTheDaysThatAreLeftAndNoneTwice(
            @ForAll("terms") Terms terms,
            @ForAll @Size(max = 5) List<@IntRange(max = 366) Integer> cuts,
            @ForAll @Size(6) List<Boolean> charged,
            @ForAll @IntRange(max = 1_500) int day) {
        ServicePeriod whole = terms.cycle().containing(LEAP.plusDays(day));
        List<ServicePeriod> parts = Billing.cut(whole, cuts);
        Set<ChargeKey> existing = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (charged.get(i)) {
                existing.add(Billing.key("un_1", Billing.ITEMS.items().get(0).id(), parts.get(i)));
            }
        }
        BillLine line =
                new BillLine(
                        book(terms),
                        FLAT,
                        Billing.ITEMS.items().get(0),
                        book(terms).tariffs().get(0),
                        whole);
        Money sum = Money.fen(0);
        for (ChargeKey key : existing) {
            sum = sum.plus(owed(line, key.period()));
        }
        for (Charge charge : run(terms, whole, existing)) {
            sum = sum.plus(charge.amount());
        }
        if (terms.proration().splitsExactly()) {
            assertThat(sum).isEqualTo(owed(line, whole));
        }
        List<ServicePeriod> all =
                new ArrayList<>(existing.stream().map(ChargeKey::period).toList());
        run(terms, whole, existing).forEach(charge -> all.add(charge.key().period()));
        Collections.sort(all);
        assertThat(whole.without(all))
                .as("days left cost nothing: the 31st when every month has thirty")
                .allMatch(
                        days ->
                                !terms.proration().splitsExactly()
                                        || terms.proration().months(days, whole).signum() == 0);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).overlaps(all.get(i - 1))).as(all.toString()).isFalse();
        }
        run(terms, whole, existing).forEach(charge -> existing.add(charge.key()));
        assertThat(run(terms, whole, existing)).as("a second run").isEmpty();
    }

    private static List<Charge> run(Terms terms, ServicePeriod whole, Set<ChargeKey> existing) {
        YearMonth month =
                terms.timing() == Timing.ADVANCE
                        ? whole.month()
                        : YearMonth.from(whole.end().minusDays(1));
        FeeItemCatalogue one = new FeeItemCatalogue(List.of(Billing.ITEMS.items().get(0)));
        BillCalculation run =
                new BillCalculation(
                        one, book(terms), ServicePeriod.of(month), LocalDate.of(2025, 1, 1));
        List<Charge> charges = new ArrayList<>();
        for (BillOutcome outcome :
                run.outcomes(new UnitFacts(FLAT.unit(), List.of(), existing), Billing.IDS)) {
            outcome.fold(c -> charges.add(c.charge()), same -> true, skipped -> true);
        }
        return charges;
    }

    private static Money owed(BillLine line, ServicePeriod part) {
        return line.trace(part).map(trace -> trace.recompute().gross()).orElse(Money.fen(-1));
    }

    private static Money times(Money once, List<ServicePeriod> parts) {
        return once.times(Rational.of(parts.size(), 1), RoundingMode.UNNECESSARY);
    }

    private static TariffBook book(Terms terms) {
        List<Tariff> tariffs = new ArrayList<>();
        for (FeeItem item : Billing.ITEMS.items()) {
            tariffs.add(
                    new Tariff(
                            new TariffId("tf_" + item.order()),
                            new TariffScope(Billing.COMMUNITY, item.id(), UnitUse.RESIDENTIAL),
                            new Rate(Rational.parse("2.357")),
                            terms,
                            Money.CNY,
                            LocalDate.of(2023, 1, 1),
                            null));
        }
        return Billing.book(tariffs.toArray(Tariff[]::new));
    }

    @Provide
    static Arbitrary<Terms> terms() {
        Arbitrary<Tax> taxes =
                Arbitraries.of(
                        Tax.NONE,
                        new Tax(Tax.Kind.INCLUSIVE, Rational.of(6, 100)),
                        new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100)));
        Arbitrary<RoundingPolicy> roundings =
                Combinators.combine(
                                Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.DOWN),
                                Arbitraries.integers().between(0, 2))
                        .as((m, d) -> new RoundingPolicy(m, d, RoundingPolicy.Scope.PER_LINE));
        return Combinators.combine(
                        Arbitraries.of(Cycle.values()),
                        Arbitraries.of(Timing.values()),
                        Arbitraries.of(Proration.values()),
                        roundings,
                        taxes)
                .as((c, t, p, r, x) -> new Terms(c, t, p, r, x, List.of()));
    }
}
