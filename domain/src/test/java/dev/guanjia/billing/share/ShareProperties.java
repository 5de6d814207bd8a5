package dev.guanjia.billing.share;

import static dev.guanjia.billing.share.Shares.pool;
import static dev.guanjia.billing.share.Shares.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Laws of shared costs: nothing is lost, nothing invented, nobody pays twice. */
class ShareProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Provide
    Arbitrary<ShareKeys> keys() {
        Arbitrary<UnitId> units =
                Arbitraries.integers().between(1, 6).map(i -> new UnitId("u" + i));
        Arbitrary<Rational> values =
                Arbitraries.longs()
                        .between(1, 100_000)
                        .map(hundredths -> Rational.of(hundredths, 100));
        return Arbitraries.maps(units, values)
                .ofMinSize(1)
                .map(map -> new ShareKeys(ShareKey.AREA, new TreeMap<>(map)));
    }

    @Provide
    Arbitrary<Apportionment> cuts() {
        return Combinators.combine(
                        Arbitraries.of("p", "q", "r"),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.longs().between(0, 1_000_000),
                        keys())
                .as(ShareProperties::cut);
    }

    private static Apportionment cut(String id, int day, long fen, ShareKeys keys) {
        Pool pool = pool(id, fen);
        ServicePeriod days =
                new ServicePeriod(START.plusDays(day / 8 * 8), START.plusDays(day / 8 * 8 + 12));
        return yes(
                Apportionment.of(
                        new Pool(
                                pool.id(),
                                pool.item(),
                                days,
                                pool.amount(),
                                new TreeSet<>(keys.values().keySet())),
                        keys));
    }

    @Property
    void sharesSumToThePoolAndEachIsWithinACoinOfItsPart(
            @ForAll("keys") ShareKeys areas, @ForAll ShareKey kind, @ForAll long any) {
        ShareKeys keys =
                kind == ShareKey.UNIT
                        ? ShareKeys.perUnit(areas.values().keySet())
                        : new ShareKeys(kind, areas.values());
        Pool pool = pool("p", any == Long.MIN_VALUE ? 0 : Math.abs(any));
        Apportionment cut = yes(Apportionment.of(pool.among(keys.values().keySet()), keys));
        long sum = 0;
        for (Share share : cut.shares()) {
            sum += share.amount().minorUnits();
            Rational off = Rational.of(share.amount().minorUnits(), 1).minus(share.exact());
            assertThat(off.compareTo(Rational.of(-1, 1))).isPositive();
            assertThat(off.compareTo(Rational.ONE)).isNegative();
        }
        assertThat(sum).isEqualTo(pool.amount().minorUnits());
        assertThat(cut.shares()).hasSameSizeAs(keys.values().keySet());
    }

    @Property
    void whateverIsEnteredAUnitHasOneShareADayAndItsChangesSumToItsShares(
            @ForAll @Size(max = 12) List<@From("cuts") Apportionment> all) {
        ShareBook book = ShareBook.EMPTY;
        Map<UnitId, Money> billed = new HashMap<>();
        for (Apportionment next : all) {
            ShareBook before = book;
            ShareBook.Step step =
                    before.enter(next)
                            .fold(taken -> taken, no -> new ShareBook.Step(before, List.of()));
            step.changes().forEach(c -> billed.merge(c.unit(), c.difference(), Money::plus));
            book = step.book();
            assertOnceADay(book);
        }
        Map<UnitId, Money> owed = new HashMap<>();
        book.standing().values().stream()
                .flatMap(cut -> cut.shares().stream())
                .forEach(share -> owed.merge(share.unit(), share.amount(), Money::plus));
        billed.forEach(
                (unit, sum) -> assertThat(sum).isEqualTo(owed.getOrDefault(unit, Money.fen(0))));
        assertThat(billed.keySet()).containsAll(owed.keySet());
    }

    private static void assertOnceADay(ShareBook book) {
        Map<String, PoolId> charged = new HashMap<>();
        List<Apportionment> shared =
                book.standing().values().stream()
                        .filter(cut -> cut.pool().amount().isPositive())
                        .toList();
        for (Apportionment cut : shared) {
            List<LocalDate> days =
                    cut.pool().period().start().datesUntil(cut.pool().period().end()).toList();
            for (Share share : cut.shares()) {
                days.forEach(
                        day ->
                                assertThat(charged.put(share.unit() + " " + day, cut.pool().id()))
                                        .isNull());
            }
        }
    }
}
