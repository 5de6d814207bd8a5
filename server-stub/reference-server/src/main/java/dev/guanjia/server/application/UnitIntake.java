package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.Building;
import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.application.UnitDraft.OwnerDraft;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads units row by row; what is wrong is noted with its place. */
final class UnitIntake {

    private final Given given;
    private final MeterIntake intake;
    private final Map<String, Building> buildings;

    /**
     * @param buildings the buildings that the rows may name, by id
     */
    UnitIntake(Given given, BusinessTime time, Map<String, Building> buildings) {
        this.given = given;
        this.intake = new MeterIntake(given, time);
        this.buildings = buildings;
    }

    /** One unit; empty if anything about it does not fit. */
    Optional<Entry> read(String at, UnitDraft draft) {
        Optional<Building> building = Optional.ofNullable(buildings.get(draft.buildingId()));
        if (building.isEmpty()) {
            given.unknown(at + "/building_id", draft.buildingId());
        }
        Optional<String> number = given.text(at + "/number", draft.number());
        Optional<UnitUse> use = given.known(at + "/use", draft.use(), UnitUse.class);
        Optional<Rational> area =
                given.decimal(
                        at + "/area", draft.area(), Unit::isArea, "more than 0, up to 1000000");
        Optional<Owner> owner = owner(at + "/owner", draft.owner());
        UnitId id = new UnitId(Ids.next("un"));
        List<MeterRow> meters = meters(at + "/meters/", id, draft.meters());
        if (building.isEmpty()
                || number.isEmpty()
                || use.isEmpty()
                || area.isEmpty()
                || owner.isEmpty()
                || meters.size() < draft.meters().size()) {
            return Optional.empty();
        }
        Unit unit =
                new Unit(
                        id,
                        building.get().id(),
                        number.get(),
                        use.get(),
                        area.get(),
                        owner.get().id());
        return Optional.of(new Entry(unit, draft.area(), owner.get(), meters));
    }

    private Optional<Owner> owner(String at, OwnerDraft draft) {
        Optional<String> name = given.text(at + "/name", draft.name());
        String mobile = draft.mobile();
        if (mobile != null && given.text(at + "/mobile", mobile).isEmpty()) {
            return Optional.empty();
        }
        return name.map(text -> new Owner(new OwnerId(Ids.next("ow")), text, mobile));
    }

    private List<MeterRow> meters(String at, UnitId unit, List<MeterDraft> drafts) {
        List<MeterRow> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            intake.meter(at + i, unit, drafts.get(i)).ifPresent(rows::add);
        }
        return rows;
    }
}
