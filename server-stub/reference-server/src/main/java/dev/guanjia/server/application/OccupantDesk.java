package dev.guanjia.server.application;

import dev.guanjia.property.Occupant;
import dev.guanjia.property.OccupantId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.OccupantStore;
import dev.guanjia.server.store.OccupantStore.OccupantRow;
import dev.guanjia.server.store.UnitStore;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who lives or trades in units without owning them. */
@Service
public class OccupantDesk {

    private static final String COMMAND = "create-occupant";

    private final Clerk clerk;
    private final UnitStore units;
    private final OccupantStore occupants;

    OccupantDesk(Clerk clerk, UnitStore units, OccupantStore occupants) {
        this.clerk = clerk;
        this.units = units;
        this.occupants = occupants;
    }

    /**
     * An occupant as given.
     *
     * @param unitId where
     * @param name the name
     * @param mobile the number, where known
     */
    public record Draft(String unitId, String name, @Nullable String mobile) {}

    /**
     * Enters an occupant.
     *
     * @param caller who asks
     * @param draft where, name and number
     * @return the occupant
     */
    public OccupantRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.unitId());
        Given given = new Given();
        if (units.find(caller.tenant(), draft.unitId()).isEmpty()) {
            given.unknown("/unit_id", draft.unitId());
        }
        given.text("/name", draft.name());
        if (draft.mobile() != null) {
            given.text("/mobile", draft.mobile());
        }
        given.end();
        OccupantId id = new OccupantId(Ids.next("oc"));
        Occupant occupant = new Occupant(id, draft.name(), draft.mobile());
        occupants.add(caller.tenant(), occupant, draft.unitId(), clerk.now());
        clerk.done(caller, COMMAND, id.value(), Map.of("unit_id", draft.unitId()));
        return get(caller, id.value());
    }

    /**
     * Reads an occupant.
     *
     * @param caller who asks
     * @param id the occupant id
     * @return the occupant
     */
    public OccupantRow get(Caller caller, String id) {
        return occupants.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists occupants in the order in which they were entered.
     *
     * @param caller who asks
     * @param unitId only of this unit; empty for all
     * @param request which page
     * @return the page
     */
    public Page<OccupantRow> list(Caller caller, Optional<String> unitId, PageRequest request) {
        return occupants.list(caller.tenant(), unitId, request);
    }
}
