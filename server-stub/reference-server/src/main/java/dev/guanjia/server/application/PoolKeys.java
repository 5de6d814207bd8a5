package dev.guanjia.server.application;

import dev.guanjia.billing.share.ConsumptionKey;
import dev.guanjia.billing.share.ShareKeys;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.PoolStore.PoolRow;
import dev.guanjia.server.store.PoolWeightStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Loads the keys by which a pool is cut; a unit whose key nobody knows has none. */
@Component
class PoolKeys {

    private final UnitStore units;
    private final MeterStore meters;
    private final PoolWeightStore weights;

    PoolKeys(UnitStore units, MeterStore meters, PoolWeightStore weights) {
        this.units = units;
        this.meters = meters;
        this.weights = weights;
    }

    ShareKeys of(String tenant, PoolRow pool, List<String> sharing) {
        return switch (pool.by().key()) {
            case AREA -> ShareKeys.of(pool.by().key(), areas(tenant, sharing));
            case UNIT -> ShareKeys.perUnit(sharing.stream().map(UnitId::new).toList());
            case CONSUMPTION -> ShareKeys.of(pool.by().key(), used(tenant, pool, sharing));
            case WEIGHT -> ShareKeys.of(pool.by().key(), weights.of(tenant, pool.id()));
        };
    }

    private Map<UnitId, Rational> areas(String tenant, List<String> sharing) {
        Map<UnitId, Rational> areas = new TreeMap<>();
        for (UnitRow row : units.findAll(tenant, sharing)) {
            Unit unit = row.unit();
            areas.put(unit.id(), unit.area());
        }
        return areas;
    }

    private Map<UnitId, Rational> used(String tenant, PoolRow pool, List<String> sharing) {
        Map<UnitId, Rational> used = new TreeMap<>();
        meters.histories(tenant, sharing)
                .forEach(
                        (unit, all) ->
                                ConsumptionKey.of(ofKind(all, pool), pool.cost().period())
                                        .ifPresent(key -> used.put(unit, key)));
        return used;
    }

    private static List<MeterHistory> ofKind(List<MeterHistory> all, PoolRow pool) {
        MeterKind kind = pool.by().kind();
        return all.stream().filter(history -> history.meter().kind() == kind).toList();
    }
}
