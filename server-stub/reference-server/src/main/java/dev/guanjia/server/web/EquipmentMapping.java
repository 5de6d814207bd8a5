package dev.guanjia.server.web;

import dev.guanjia.asset.Inspection;
import dev.guanjia.asset.Place;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.BuildingId;
import dev.guanjia.server.api.model.Equipment;
import dev.guanjia.server.api.model.EquipmentCertificate;
import dev.guanjia.server.api.model.EquipmentCertificateCreate;
import dev.guanjia.server.api.model.EquipmentClass;
import dev.guanjia.server.api.model.EquipmentCreate;
import dev.guanjia.server.api.model.EquipmentInspection;
import dev.guanjia.server.api.model.EquipmentMoveCreate;
import dev.guanjia.server.api.model.EquipmentPlace;
import dev.guanjia.server.api.model.EquipmentStay;
import dev.guanjia.server.api.model.EquipmentWarranty;
import dev.guanjia.server.api.model.InspectionKind;
import dev.guanjia.server.application.EquipmentDesk.Draft;
import dev.guanjia.server.application.EquipmentDesk.Span;
import dev.guanjia.server.application.EquipmentDesk.Where;
import dev.guanjia.server.application.EquipmentPaperDesk.Paper;
import dev.guanjia.server.application.EquipmentReader.Shown;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Equipment on the wire. */
final class EquipmentMapping {

    private EquipmentMapping() {}

    static EquipmentClass row(dev.guanjia.asset.EquipmentCatalogue.EquipmentClass row) {
        return new EquipmentClass(
                row.key().value(),
                Wire.label(row.label()),
                row.objectives(),
                row.from(),
                row.source());
    }

    static InspectionKind row(dev.guanjia.asset.EquipmentCatalogue.InspectionKind row) {
        return new InspectionKind(
                row.key().value(),
                Wire.label(row.label()),
                row.classes().stream().map(key -> key.value()).toList(),
                row.from(),
                row.source());
    }

    static Draft draft(EquipmentCreate body) {
        return new Draft(
                body.getEquipmentClass(),
                body.getSerial(),
                body.getName(),
                where(body.getInstalledOn(), body.getPlace()),
                warranty(body.getWarranty()));
    }

    private static @Nullable Span warranty(@Nullable EquipmentWarranty body) {
        return body == null ? null : new Span(body.getFrom(), body.getTo());
    }

    static Where where(EquipmentMoveCreate body) {
        return where(body.getFrom(), body.getPlace());
    }

    private static Where where(LocalDate from, EquipmentPlace place) {
        return new Where(from, place.getCommunityId(), place.getBuildingId(), place.getArea());
    }

    static Paper paper(EquipmentCertificateCreate body) {
        return new Paper(body.getKind(), body.getNumber(), new Span(body.getFrom(), body.getTo()));
    }

    static Equipment equipment(Shown shown) {
        dev.guanjia.asset.Equipment equipment = shown.row().equipment();
        return new Equipment(
                        shown.row().id(),
                        equipment.kind().value(),
                        equipment.serial(),
                        equipment.name(),
                        equipment.installed(),
                        place(shown.row().place()),
                        equipment.stays().stream()
                                .map(stay -> new EquipmentStay(stay.from(), place(stay.place())))
                                .toList(),
                        equipment.isUnderWarranty(shown.today()),
                        shown.inspections().stream().map(EquipmentMapping::inspection).toList(),
                        shown.orders())
                .retiredOn(equipment.retired().orElse(null))
                .warranty(equipment.warranty().map(EquipmentMapping::warranty).orElse(null));
    }

    private static EquipmentWarranty warranty(DateRange days) {
        return new EquipmentWarranty(days.start(), days.end());
    }

    private static EquipmentPlace place(Place place) {
        return new EquipmentPlace(place.community().value())
                .buildingId(place.building().map(BuildingId::value).orElse(null))
                .area(place.area().orElse(null));
    }

    static EquipmentInspection inspection(Inspection inspection) {
        return new EquipmentInspection(
                        inspection.equipment().value(),
                        inspection.kind().value(),
                        inspection.standing().name())
                .dueOn(inspection.due().orElse(null));
    }

    static EquipmentCertificate certificate(dev.guanjia.asset.Certificate paper) {
        return new EquipmentCertificate(
                        paper.equipment().value(),
                        paper.kind().value(),
                        paper.number(),
                        paper.from())
                .to(paper.last().map(last -> last.plusDays(1)).orElse(null));
    }
}
