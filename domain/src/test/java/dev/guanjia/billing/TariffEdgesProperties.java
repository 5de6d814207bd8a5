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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever versions follow each other, and in whatever order the months are run. */
class TariffEdgesProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 730;

    @Property(tries = 400)
    void noDayWithAPriceIsLostAndNoneIsChargedTwice(@ForAll Random random) {
        FeeItem item = Billing.ITEMS.items().get(random.nextInt(3));
        TariffBook book = book(random, item);
        List<Charge> charges = charges(book, item, months(random));
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = FIRST.plusDays(day);
            Optional<Tariff> price = book.inForce(item.id(), UnitUse.RESIDENTIAL, on);
            long times = charges.stream().filter(charge -> has(charge, on)).count();
            assertThat(times).as(on + " in " + book.tariffs()).isEqualTo(price.isPresent() ? 1 : 0);
            price.ifPresent(version -> requirePrice(version, charges, on));
        }
    }

    private static void requirePrice(Tariff version, List<Charge> charges, LocalDate on) {
        Charge charge = charges.stream().filter(c -> has(c, on)).findFirst().orElseThrow();
        assertThat(charge.trace().segments())
                .filteredOn(segment -> segment.days().range().contains(on))
                .singleElement()
                .satisfies(segment -> assertThat(segment.tariff()).isEqualTo(version.id()));
        assertThat(charge.trace().tax()).isEqualTo(version.terms().tax());
    }

    private static boolean has(Charge charge, LocalDate day) {
        return charge.key().period().range().contains(day);
    }

    private static List<YearMonth> months(Random random) {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            months.add(YearMonth.from(FIRST).plusMonths(month));
        }
        Collections.shuffle(months, random);
        return months;
    }

    private static List<Charge> charges(TariffBook book, FeeItem item, List<YearMonth> months) {
        List<Charge> charges = new ArrayList<>();
        Set<ChargeKey> existing = new HashSet<>();
        for (YearMonth month : months) {
            BillCalculation run =
                    new BillCalculation(
                            new FeeItemCatalogue(List.of(item)),
                            book,
                            ServicePeriod.of(month),
                            LocalDate.of(2028, 1, 1));
            UnitFacts facts =
                    new UnitFacts(
                            Billing.unit("un_1", UnitUse.RESIDENTIAL, "98.75"),
                            List.of(),
                            existing);
            for (BillOutcome outcome : run.outcomes(facts, Billing.IDS)) {
                outcome.fold(c -> charges.add(c.charge()), same -> true, skipped -> true);
            }
            charges.forEach(charge -> existing.add(charge.key()));
        }
        return charges;
    }

    /** Of the versions that are tried, those that the book takes. */
    private static TariffBook book(Random random, FeeItem item) {
        TariffBook book = Billing.book();
        for (int i = 0; i < 6; i++) {
            Tariff tried = tariff(random, item, i);
            Set<Tariff> all = new LinkedHashSet<>(book.tariffs());
            book.add(tried, null).fold(all::add, refused -> false);
            book = Billing.book(all.toArray(Tariff[]::new));
        }
        return book;
    }

    private static Tariff tariff(Random random, FeeItem item, int number) {
        LocalDate from = day(random, random.nextInt(DAYS));
        LocalDate until = random.nextInt(3) > 0 ? null : from.plusDays(1 + random.nextInt(200));
        return new Tariff(
                new TariffId("tf_" + number),
                new TariffScope(Billing.COMMUNITY, item.id(), UnitUse.RESIDENTIAL),
                new Rate(Rational.of(5 + random.nextInt(100), 1)),
                terms(random),
                Money.CNY,
                from,
                within(until));
    }

    private static LocalDate day(Random random, int after) {
        LocalDate day = FIRST.plusDays(after);
        return switch (random.nextInt(4)) {
            case 0 -> day;
            case 1 -> Cycle.YEAR.containing(day).start();
            case 2 -> Cycle.QUARTER.containing(day).start();
            default -> day.withDayOfMonth(1);
        };
    }

    private static @Nullable LocalDate within(@Nullable LocalDate until) {
        LocalDate end = FIRST.plusDays(DAYS);
        return until == null || until.isAfter(end) ? null : until;
    }

    private static Terms terms(Random random) {
        Proration[] cut = {Proration.ACTUAL_DAYS_OF_MONTH, Proration.DAYS_OF_PERIOD};
        return new Terms(
                Cycle.values()[random.nextInt(3)],
                Timing.values()[random.nextInt(2)],
                cut[random.nextInt(2)],
                RoundingPolicy.STANDARD,
                random.nextBoolean() ? Tax.NONE : new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100)),
                List.of());
    }
}
