package dev.guanjia.billing.share;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pool cut among its units. The shares sum to the pool; the coins that do not divide go to the
 * largest remainders, ties to the first unit. Source: requirements 04 section 7 note 12.
 *
 * @param pool what was cut
 * @param kind by what
 * @param shares one per unit whose key is known, by unit
 */
public record Apportionment(Pool pool, ShareKey kind, List<Share> shares) {

    /** No coin is lost or invented, and no unit has two shares. */
    public Apportionment {
        shares = shares.stream().sorted(Comparator.comparing(Share::unit)).toList();
        Money sum = Money.zero(pool.amount().currency());
        for (Share share : shares) {
            sum = sum.plus(share.amount());
        }
        long units = shares.stream().map(Share::unit).distinct().count();
        if (units < shares.size() || !sum.equals(pool.amount())) {
            throw new IllegalArgumentException(
                    "shares of " + sum + " for a pool of " + pool.amount());
        }
    }

    /**
     * Cuts a pool.
     *
     * @param pool what is shared
     * @param keys the known keys; a unit of the pool that has none gets no share, see {@link
     *     #withoutKey}
     * @return the shares; or {@link ShareRefusal#POOL_NEGATIVE}, {@link ShareRefusal#KEY_NEGATIVE}
     *     and {@link ShareRefusal#KEY_OUTSIDE} for each faulty key; or, when all keys are sound,
     *     {@link ShareRefusal#KEYS_ZERO}
     */
    public static Decision<Apportionment> of(Pool pool, ShareKeys keys) {
        List<Refusal> faults = faults(pool, keys);
        Rational total = keys.values().values().stream().reduce(Rational.ZERO, Rational::plus);
        if (faults.isEmpty() && total.signum() == 0) {
            faults.add(ShareRefusal.KEYS_ZERO.because("pool", pool.id().value()));
        }
        return faults.isEmpty()
                ? Decision.accept(new Apportionment(pool, keys.kind(), cut(pool, keys, total)))
                : Decision.refuse(faults);
    }

    /**
     * The units that should share but cannot, for nobody knows their key.
     *
     * @return by unit; empty when every unit of the pool has its share
     */
    public List<UnitId> withoutKey() {
        Set<UnitId> sharing = new HashSet<>();
        shares.forEach(share -> sharing.add(share.unit()));
        return pool.units().stream().filter(unit -> !sharing.contains(unit)).toList();
    }

    private static List<Refusal> faults(Pool pool, ShareKeys keys) {
        String id = pool.id().value();
        List<Refusal> faults = new ArrayList<>();
        if (pool.amount().isNegative()) {
            faults.add(
                    ShareRefusal.POOL_NEGATIVE.because(
                            "pool", id, "amount", pool.amount().toString()));
        }
        for (Map.Entry<UnitId, Rational> key : keys.values().entrySet()) {
            String unit = key.getKey().value();
            if (key.getValue().signum() < 0) {
                String value = key.getValue().toString();
                faults.add(
                        ShareRefusal.KEY_NEGATIVE.because("pool", id, "unit", unit, "key", value));
            }
            if (!pool.units().contains(key.getKey())) {
                faults.add(ShareRefusal.KEY_OUTSIDE.because("pool", id, "unit", unit));
            }
        }
        return faults;
    }

    private static List<Share> cut(Pool pool, ShareKeys keys, Rational total) {
        List<Share> whole = new ArrayList<>();
        keys.values()
                .forEach(
                        (unit, key) ->
                                whole.add(new Share(unit, pool.amount(), key, total, false)));
        long left = pool.amount().minorUnits();
        for (Share share : whole) {
            left -= share.amount().minorUnits();
        }
        Set<UnitId> lucky =
                whole.stream()
                        .sorted(Comparator.comparing(Apportionment::remainder).reversed())
                        .limit(left)
                        .map(Share::unit)
                        .collect(Collectors.toSet());
        return whole.stream()
                .map(share -> lucky.contains(share.unit()) ? share.withLeftover() : share)
                .toList();
    }

    private static Rational remainder(Share share) {
        BigInteger coins = share.exact().round(RoundingMode.FLOOR);
        return share.exact().minus(new Rational(coins, BigInteger.ONE));
    }
}
