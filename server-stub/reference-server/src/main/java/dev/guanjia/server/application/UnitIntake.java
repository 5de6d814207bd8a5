package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.application.UnitDraft.OwnerDraft;
import dev.guanjia.server.application.UnitDraft.Whose;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import dev.guanjia.server.store.UnitEntryStore.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads units row by row; what is wrong is noted with its place. */
final class UnitIntake {

    private final Given given;
    private final MeterIntake intake;
    private final Known known;

    UnitIntake(Given given, BusinessTime time, Known known) {
        this.given = given;
        this.intake = new MeterIntake(given, time);
        this.known = known;
    }

    /**
     * What rows may name.
     *
     * @param buildings by id
     * @param owners their ids
     */
    record Known(Map<String, Building> buildings, Set<String> owners) {}

    static UnitId newId() {
        return new UnitId(Ids.next("un"));
    }

    /** One unit; empty if anything about it does not fit. */
    Optional<Entry> read(String at, UnitDraft draft) {
        Optional<Building> building =
                Optional.ofNullable(known.buildings().get(draft.buildingId()));
        if (building.isEmpty()) {
            given.unknown(at + "/building_id", draft.buildingId());
        }
        Optional<String> number = given.text(at + "/number", draft.number());
        Optional<FactIntake.Known> facts = new FactIntake(given).read(at, draft.facts());
        Optional<Owner> fresh = fresh(at, draft.whose());
        Optional<OwnerId> owner = fresh.map(Owner::id).or(() -> owner(at, draft.whose()));
        UnitId id = newId();
        List<MeterRow> meters = meters(at + "/meters/", id, draft.meters());
        if (building.isEmpty()
                || number.isEmpty()
                || facts.isEmpty()
                || owner.isEmpty()
                || meters.size() < draft.meters().size()) {
            return Optional.empty();
        }
        Unit unit =
                new Unit(
                        id,
                        building.get().id(),
                        number.get(),
                        facts.get().use(),
                        facts.get().area(),
                        owner.get());
        Opening opening = facts.get().opening();
        return Optional.of(new Entry(unit, draft.facts().area(), opening, fresh, meters));
    }

    private Optional<Owner> fresh(String at, Whose whose) {
        OwnerDraft draft = whose.owner();
        if (draft == null) {
            return Optional.empty();
        }
        if (whose.ownerId() != null) {
            return given.wrong(
                    at + "/owner_id", FieldCode.WRONG_FORMAT, "expected", "no owner beside it");
        }
        return OwnerIntake.read(given, at + "/owner", draft.name(), draft.mobile());
    }

    /** A known owner; that there must be one is noted where none is named. */
    private Optional<OwnerId> owner(String at, Whose whose) {
        String id = whose.ownerId();
        if (whose.owner() != null) {
            return Optional.empty();
        }
        if (id == null) {
            given.faults().add(at + "/owner", FieldCode.MISSING, Map.of());
            return Optional.empty();
        }
        return known.owners().contains(id)
                ? Optional.of(new OwnerId(id))
                : given.unknown(at + "/owner_id", id);
    }

    private List<MeterRow> meters(String at, UnitId unit, List<MeterDraft> drafts) {
        List<MeterRow> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            intake.meter(at + i, unit, drafts.get(i)).ifPresent(rows::add);
        }
        return rows;
    }
}
