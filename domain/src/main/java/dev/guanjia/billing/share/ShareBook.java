package dev.guanjia.billing.share;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.UnitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The apportionments that stand: a unit has at most one share of a fee item and day. Cutting a pool
 * again replaces its earlier apportionment and tells what to reverse and to charge.
 *
 * @param standing the latest apportionment of each pool
 */
public record ShareBook(SortedMap<PoolId, Apportionment> standing) {

    /** No pool has been cut. */
    public static final ShareBook EMPTY = new ShareBook(new TreeMap<>());

    /**
     * What became of the book.
     *
     * @param book as it stands now
     * @param changes one per unit whose share is another than before, by unit
     */
    public record Step(ShareBook book, List<ShareChange> changes) {

        /** Copies. */
        public Step {
            changes = List.copyOf(changes);
        }

        /**
         * Decides whether it may be taken: what is charged of a pool is never more than the pool.
         *
         * @param pool which was cut
         * @param charged by which charge a unit is charged for its days, where it stands
         * @return this; or {@link ShareRefusal#POOL_BILLED} for each unit whose share would change
         *     under a charge that stands
         */
        public Decision<Step> unlessCharged(PoolId pool, Map<UnitId, ChargeId> charged) {
            List<Refusal> faults = new ArrayList<>();
            for (ShareChange change : changes) {
                ChargeId charge = charged.get(change.unit());
                if (charge != null) {
                    faults.add(
                            ShareRefusal.POOL_BILLED.because(
                                    "pool",
                                    pool.value(),
                                    "unit",
                                    change.unit().value(),
                                    "charge",
                                    charge.value()));
                }
            }
            return faults.isEmpty() ? Decision.accept(this) : Decision.refuse(faults);
        }
    }

    /** Copies. */
    public ShareBook {
        standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
    }

    /**
     * Enters an apportionment, the first of its pool or a later one.
     *
     * @param next what is to stand
     * @return the book and what to reverse and charge; or {@link ShareRefusal#POOL_CHANGED} when
     *     the pool was for another item, other days or another currency before, {@link
     *     ShareRefusal#UNIT_TWICE} for each unit that another pool of the item charges for some of
     *     the days; a pool of nothing, as one that was entered by mistake, charges nobody
     */
    public Decision<Step> enter(Apportionment next) {
        List<Refusal> faults = new ArrayList<>();
        Optional<Apportionment> before = Optional.ofNullable(standing.get(next.pool().id()));
        before.flatMap(earlier -> changed(earlier.pool(), next.pool())).ifPresent(faults::add);
        standing.values().forEach(other -> faults.addAll(twice(other, next)));
        return faults.isEmpty()
                ? Decision.accept(new Step(with(next), changes(before, next)))
                : Decision.refuse(faults);
    }

    private ShareBook with(Apportionment next) {
        SortedMap<PoolId, Apportionment> book = new TreeMap<>(standing);
        book.put(next.pool().id(), next);
        return new ShareBook(book);
    }

    private static Optional<Refusal> changed(Pool before, Pool after) {
        return shape(before).equals(shape(after))
                ? Optional.empty()
                : Optional.of(
                        ShareRefusal.POOL_CHANGED.because(
                                "pool",
                                after.id().value(),
                                "expected",
                                shape(before),
                                "found",
                                shape(after)));
    }

    private static String shape(Pool pool) {
        return pool.item() + " " + pool.period() + " " + pool.amount().currency();
    }

    private static List<Refusal> twice(Apportionment other, Apportionment next) {
        Pool own = next.pool();
        Pool foreign = other.pool();
        if (own.id().equals(foreign.id())
                || own.amount().isZero()
                || foreign.amount().isZero()
                || !own.item().equals(foreign.item())
                || !own.period().overlaps(foreign.period())) {
            return List.of();
        }
        SortedSet<UnitId> both = new TreeSet<>(byUnit(other).keySet());
        both.retainAll(byUnit(next).keySet());
        return both.stream().map(unit -> twice(own, foreign, unit)).toList();
    }

    private static Refusal twice(Pool own, Pool foreign, UnitId unit) {
        return ShareRefusal.UNIT_TWICE.because(
                "pool", own.id().value(), "other", foreign.id().value(), "unit", unit.value());
    }

    private static List<ShareChange> changes(Optional<Apportionment> before, Apportionment next) {
        Map<UnitId, Share> earlier = before.map(ShareBook::byUnit).orElseGet(TreeMap::new);
        Map<UnitId, Share> later = byUnit(next);
        SortedSet<UnitId> units = new TreeSet<>(earlier.keySet());
        units.addAll(later.keySet());
        List<ShareChange> changes = new ArrayList<>();
        for (UnitId unit : units) {
            change(earlier.get(unit), later.get(unit)).ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<ShareChange> change(@Nullable Share earlier, @Nullable Share later) {
        return earlier != null && earlier.equals(later)
                ? Optional.empty()
                : Optional.of(new ShareChange(earlier, later));
    }

    private static SortedMap<UnitId, Share> byUnit(Apportionment apportionment) {
        SortedMap<UnitId, Share> shares = new TreeMap<>();
        apportionment.shares().forEach(share -> shares.put(share.unit(), share));
        return shares;
    }
}
