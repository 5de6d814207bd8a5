package dev.guanjia.server.application;

import dev.guanjia.billing.share.ShareKey;
import dev.guanjia.server.application.PoolDraft.Units;
import dev.guanjia.server.application.PoolDraft.Weight;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the units and weights that are named for a pool; what does not fit is noted. */
@Component
class PoolUnits {

    private final UnitStore units;

    PoolUnits(UnitStore units) {
        this.units = units;
    }

    /** Where they must be. */
    record Place(String tenant, String communityId) {}

    /** Each named once, by id; null where none is named. */
    @Nullable List<String> named(Given given, Place place, Units named) {
        List<String> ids = named.ids();
        if (ids == null) {
            return null;
        }
        if (ids.isEmpty()) {
            given.faults()
                    .add("/unit_ids", FieldCode.WRONG_LENGTH, Map.of("least", "1", "most", "5000"));
        }
        Set<String> known = known(place, ids);
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                given.unknown("/unit_ids/" + i, ids.get(i));
            }
        }
        return List.copyOf(new TreeSet<>(ids));
    }

    /** By unit; null where none is said. */
    @Nullable Map<String, String> weights(Given given, Place place, Units named, ShareKey key) {
        List<Weight> weights = named.weights();
        if (weights == null) {
            return null;
        }
        if (key != ShareKey.WEIGHT) {
            given.wrong("/weights", FieldCode.OUT_OF_RANGE, "expected", "only for the key WEIGHT");
        }
        Set<String> known = known(place, weights.stream().map(Weight::unitId).toList());
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            String pointer = "/weights/" + i + "/unit_id";
            if (!known.contains(weight.unitId())) {
                given.unknown(pointer, weight.unitId());
            }
            if (read.put(weight.unitId(), weight.weight()) != null) {
                given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", "each unit once");
            }
        }
        return read;
    }

    private Set<String> known(Place place, List<String> ids) {
        return units.findAll(place.tenant(), ids).stream()
                .filter(row -> row.communityId().equals(place.communityId()))
                .map(UnitRow::id)
                .collect(Collectors.toSet());
    }
}
