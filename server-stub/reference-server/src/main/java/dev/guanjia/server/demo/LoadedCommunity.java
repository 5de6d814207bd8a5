package dev.guanjia.server.demo;

import dev.guanjia.client.model.Unit;
import java.util.List;

/**
 * The community as the server knows it.
 *
 * @param id the community's id
 * @param units in the order of the plan
 */
record LoadedCommunity(String id, List<Unit> units) {

    String unitId(PlannedUnit unit) {
        return units.get(unit.index()).getId();
    }
}
