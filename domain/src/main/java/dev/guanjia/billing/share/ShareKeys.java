package dev.guanjia.billing.share;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of the units that share.
 *
 * @param kind what the keys count
 * @param values one key per unit whose key is known, in the unit of the kind; a unit without an
 *     entry is unknown, which is not zero
 */
public record ShareKeys(ShareKey kind, SortedMap<UnitId, Rational> values) {

    /** Copies; where the unit itself counts, it counts once. */
    public ShareKeys {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        if (kind == ShareKey.UNIT && !values.values().stream().allMatch(Rational.ONE::equals)) {
            throw new IllegalArgumentException("each unit counts once: " + values);
        }
    }

    /**
     * Takes known keys.
     *
     * @param kind what they count
     * @param values one per unit
     * @return the keys
     */
    public static ShareKeys of(ShareKey kind, Map<UnitId, Rational> values) {
        return new ShareKeys(kind, new TreeMap<>(values));
    }

    /**
     * Lets each unit count once.
     *
     * @param units the units that share
     * @return a key of one for each
     */
    public static ShareKeys perUnit(Collection<UnitId> units) {
        SortedMap<UnitId, Rational> ones = new TreeMap<>();
        units.forEach(unit -> ones.put(unit, Rational.ONE));
        return new ShareKeys(ShareKey.UNIT, ones);
    }
}
