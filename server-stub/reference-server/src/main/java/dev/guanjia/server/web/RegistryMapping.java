package dev.guanjia.server.web;

import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.server.api.model.Building;
import dev.guanjia.server.api.model.BuildingPage;
import dev.guanjia.server.api.model.Community;
import dev.guanjia.server.api.model.CommunityPage;
import dev.guanjia.server.api.model.Meter;
import dev.guanjia.server.api.model.MeterCreate;
import dev.guanjia.server.api.model.MeterReading;
import dev.guanjia.server.api.model.MeterReadingBatch;
import dev.guanjia.server.api.model.MeterReadingCreate;
import dev.guanjia.server.api.model.MeterReadingPage;
import dev.guanjia.server.api.model.OwnerCreate;
import dev.guanjia.server.api.model.Unit;
import dev.guanjia.server.api.model.UnitBatch;
import dev.guanjia.server.api.model.UnitCreate;
import dev.guanjia.server.api.model.UnitPage;
import dev.guanjia.server.application.ReadingDraft;
import dev.guanjia.server.application.UnitDraft;
import dev.guanjia.server.application.UnitDraft.Facts;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.application.UnitDraft.OwnerDraft;
import dev.guanjia.server.application.UnitDraft.Whose;
import dev.guanjia.server.application.UnitReader.MeteredUnit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.CommunityStore.CommunityRow;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry on the wire. */
final class RegistryMapping {

    private RegistryMapping() {}

    static Community community(CommunityRow row) {
        return new Community(
                row.id(),
                row.community().name(),
                row.community().zone().getId(),
                row.community().calendar(),
                Wire.at(row.recordedAt()));
    }

    static CommunityPage communities(Page<CommunityRow> page) {
        return new CommunityPage(page.map(RegistryMapping::community).items())
                .nextCursor(page.nextCursor());
    }

    static Building building(dev.guanjia.property.Building building) {
        return new Building(
                building.id().value(),
                building.community().value(),
                building.code(),
                building.name());
    }

    static BuildingPage buildings(Page<dev.guanjia.property.Building> page) {
        return new BuildingPage(page.map(RegistryMapping::building).items())
                .nextCursor(page.nextCursor());
    }

    static UnitDraft draft(UnitCreate unit) {
        @Nullable List<MeterCreate> meters = unit.getMeters();
        return new UnitDraft(
                unit.getBuildingId(),
                unit.getNumber(),
                new Facts(unit.getUse(), unit.getArea(), unit.getVacancy(), unit.getSince()),
                new Whose(draft(unit.getOwner()), unit.getOwnerId()),
                meters == null ? List.of() : meters.stream().map(RegistryMapping::draft).toList());
    }

    private static @Nullable OwnerDraft draft(@Nullable OwnerCreate owner) {
        return owner == null ? null : new OwnerDraft(owner.getName(), owner.getMobile());
    }

    private static MeterDraft draft(MeterCreate meter) {
        return new MeterDraft(
                meter.getKind(),
                meter.getSerialNo(),
                meter.getInstalledOn(),
                meter.getInitialValue(),
                digits(meter.getDigits()));
    }

    static Unit unit(MeteredUnit metered) {
        dev.guanjia.property.Unit unit = metered.row().unit();
        return new Unit(
                metered.row().id(),
                metered.row().communityId(),
                unit.building().value(),
                unit.number(),
                unit.use().name(),
                metered.row().area(),
                unit.owner().value(),
                metered.meters().stream().map(RegistryMapping::meter).toList());
    }

    static UnitBatch batch(List<MeteredUnit> units) {
        return new UnitBatch(units.stream().map(RegistryMapping::unit).toList());
    }

    static UnitPage units(Page<MeteredUnit> page) {
        return new UnitPage(page.map(RegistryMapping::unit).items()).nextCursor(page.nextCursor());
    }

    private static Meter meter(MeterRow row) {
        dev.guanjia.property.meter.Meter meter = row.meter();
        return new Meter(
                        meter.id().value(),
                        String.valueOf(meter.unit()),
                        meter.kind().name(),
                        meter.serial(),
                        meter.installedOn(),
                        row.initialValue())
                .digits(digits(meter.digits()));
    }

    static int digits(@Nullable Integer digits) {
        return digits == null ? 0 : digits;
    }

    static @Nullable Integer digits(int digits) {
        return digits == 0 ? null : digits;
    }

    static ReadingDraft draft(MeterReadingCreate reading) {
        return new ReadingDraft(
                reading.getMeterId(),
                reading.getReadOn(),
                reading.getValue(),
                reading.getSource(),
                Boolean.TRUE.equals(reading.getRolledOver()),
                reading.getCorrects());
    }

    static MeterReadingBatch readings(List<ReadingRow> rows) {
        return new MeterReadingBatch(rows.stream().map(RegistryMapping::reading).toList());
    }

    static MeterReadingPage readings(Page<ReadingRow> page) {
        return new MeterReadingPage(page.map(RegistryMapping::reading).items())
                .nextCursor(page.nextCursor());
    }

    private static MeterReading reading(ReadingRow row) {
        dev.guanjia.property.meter.Reading reading = row.reading();
        ReadingId corrects = reading.corrects();
        return new MeterReading(
                        reading.id().value(),
                        reading.meter().value(),
                        reading.readOn(),
                        row.value(),
                        reading.source().name(),
                        reading.rolledOver(),
                        row.stands(),
                        Wire.at(row.recordedAt()))
                .corrects(corrects == null ? null : corrects.value());
    }
}
