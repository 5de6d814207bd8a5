package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.EquipmentApi;
import dev.guanjia.server.api.model.Downtime;
import dev.guanjia.server.api.model.DowntimeCreate;
import dev.guanjia.server.api.model.DowntimeEndingCreate;
import dev.guanjia.server.api.model.DowntimePage;
import dev.guanjia.server.api.model.Equipment;
import dev.guanjia.server.api.model.EquipmentCertificate;
import dev.guanjia.server.api.model.EquipmentCertificateCreate;
import dev.guanjia.server.api.model.EquipmentCertificatePage;
import dev.guanjia.server.api.model.EquipmentClass;
import dev.guanjia.server.api.model.EquipmentClassPage;
import dev.guanjia.server.api.model.EquipmentCosts;
import dev.guanjia.server.api.model.EquipmentCreate;
import dev.guanjia.server.api.model.EquipmentFailureRate;
import dev.guanjia.server.api.model.EquipmentFailureRowPage;
import dev.guanjia.server.api.model.EquipmentInspection;
import dev.guanjia.server.api.model.EquipmentInspectionPage;
import dev.guanjia.server.api.model.EquipmentIntactRate;
import dev.guanjia.server.api.model.EquipmentMoveCreate;
import dev.guanjia.server.api.model.EquipmentPage;
import dev.guanjia.server.api.model.EquipmentRepair;
import dev.guanjia.server.api.model.EquipmentRepairCreate;
import dev.guanjia.server.api.model.EquipmentRepairPage;
import dev.guanjia.server.api.model.EquipmentRetirementCreate;
import dev.guanjia.server.api.model.EquipmentRunningHours;
import dev.guanjia.server.api.model.EquipmentRunningHoursCreate;
import dev.guanjia.server.api.model.EquipmentRunningHoursPage;
import dev.guanjia.server.api.model.InspectionKind;
import dev.guanjia.server.api.model.InspectionKindPage;
import dev.guanjia.server.api.model.InspectionOrderCreate;
import dev.guanjia.server.api.model.OutagePage;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.application.EquipmentDesk;
import dev.guanjia.server.application.EquipmentPaperDesk;
import dev.guanjia.server.application.EquipmentReader;
import dev.guanjia.server.application.EquipmentReader.DueFilter;
import dev.guanjia.server.application.EquipmentReader.Shown;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.EquipmentStore.Filter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Equipment: where it is, what it passed, when it failed and what it cost. One class, because it
 * fills one generated interface.
 */
@RestController
@RequestMapping("/v1")
class EquipmentController implements EquipmentApi {

    private final CurrentCaller caller;
    private final EquipmentDesk desk;
    private final EquipmentReader reader;
    private final EquipmentPaperDesk papers;
    private final EquipmentUseAnswers uses;
    private final EquipmentRateAnswers answers;

    EquipmentController(
            CurrentCaller caller,
            EquipmentDesk desk,
            EquipmentReader reader,
            EquipmentPaperDesk papers,
            EquipmentUseAnswers uses,
            EquipmentRateAnswers answers) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
        this.papers = papers;
        this.uses = uses;
        this.answers = answers;
    }

    @Override
    public ResponseEntity<EquipmentClassPage> listEquipmentClasses(
            Integer limit, @Nullable String cursor) {
        Page<EquipmentClass> page =
                reader.classes(PageRequest.of("equipment-classes", limit, cursor))
                        .map(EquipmentMapping::row);
        return ResponseEntity.ok(
                new EquipmentClassPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<InspectionKindPage> listInspectionKinds(
            Integer limit, @Nullable String cursor) {
        Page<InspectionKind> page =
                reader.inspectionKinds(PageRequest.of("inspection-kinds", limit, cursor))
                        .map(EquipmentMapping::row);
        return ResponseEntity.ok(
                new InspectionKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<EquipmentPage> listEquipment(
            @Nullable String communityId,
            @Nullable String equipmentClass,
            @Nullable Boolean retired,
            Integer limit,
            @Nullable String cursor) {
        Page<Equipment> page =
                reader.list(
                                caller.get(),
                                new Filter(communityId, equipmentClass, retired),
                                PageRequest.of("equipment", limit, cursor))
                        .map(EquipmentMapping::equipment);
        return ResponseEntity.ok(new EquipmentPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Equipment> registerEquipment(
            String idempotencyKey, EquipmentCreate body) {
        EquipmentRow row = desk.register(caller.get(), EquipmentMapping.draft(body));
        return ResponseEntity.created(Wire.location("equipment", row.id()))
                .eTag(Version.tag(row.version()))
                .body(EquipmentMapping.equipment(reader.show(caller.get(), row)));
    }

    @Override
    public ResponseEntity<Equipment> getEquipment(String equipmentId) {
        return answer(reader.get(caller.get(), equipmentId));
    }

    @Override
    public ResponseEntity<Equipment> moveEquipment(
            String equipmentId, String idempotencyKey, String ifMatch, EquipmentMoveCreate body) {
        Seen seen = new Seen(equipmentId, ifMatch);
        EquipmentRow row = desk.move(caller.get(), seen, EquipmentMapping.where(body));
        return answer(reader.show(caller.get(), row));
    }

    @Override
    public ResponseEntity<Equipment> retireEquipment(
            String equipmentId,
            String idempotencyKey,
            String ifMatch,
            EquipmentRetirementCreate body) {
        EquipmentRow row =
                desk.retire(caller.get(), new Seen(equipmentId, ifMatch), body.getRetiredOn());
        return answer(reader.show(caller.get(), row));
    }

    private static ResponseEntity<Equipment> answer(Shown shown) {
        return ResponseEntity.ok()
                .eTag(Version.tag(shown.row().version()))
                .body(EquipmentMapping.equipment(shown));
    }

    @Override
    public ResponseEntity<EquipmentCertificatePage> listEquipmentCertificates(
            String equipmentId, Integer limit, @Nullable String cursor) {
        Page<EquipmentCertificate> page =
                reader.certificates(
                                caller.get(),
                                equipmentId,
                                PageRequest.of("equipment-certificates", limit, cursor))
                        .map(EquipmentMapping::certificate);
        return ResponseEntity.ok(
                new EquipmentCertificatePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<EquipmentCertificate> certifyEquipment(
            String equipmentId, String idempotencyKey, EquipmentCertificateCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        EquipmentMapping.certificate(
                                papers.certify(
                                        caller.get(), equipmentId, EquipmentMapping.paper(body))));
    }

    @Override
    public ResponseEntity<EquipmentInspectionPage> listEquipmentInspections(
            @Nullable String communityId,
            @Nullable String equipmentClass,
            @Nullable String standing,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        Filter equipment = new Filter(communityId, equipmentClass, null);
        Page<EquipmentInspection> page =
                reader.inspections(
                                caller.get(),
                                new DueFilter(equipment, standing, from, to),
                                PageRequest.of("equipment-inspections", limit, cursor))
                        .map(EquipmentMapping::inspection);
        return ResponseEntity.ok(
                new EquipmentInspectionPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DowntimePage> listDowntimes(
            String equipmentId, Integer limit, @Nullable String cursor) {
        return uses.listDowntimes(equipmentId, limit, cursor);
    }

    @Override
    public ResponseEntity<Downtime> reportDowntime(
            String equipmentId, String idempotencyKey, DowntimeCreate body) {
        return uses.reportDowntime(equipmentId, body);
    }

    @Override
    public ResponseEntity<Downtime> endDowntime(
            String equipmentId,
            String downtimeId,
            String idempotencyKey,
            DowntimeEndingCreate body) {
        return uses.endDowntime(equipmentId, downtimeId, body);
    }

    @Override
    public ResponseEntity<OutagePage> listOutages(
            String equipmentId, Integer limit, @Nullable String cursor) {
        return uses.listOutages(equipmentId, limit, cursor);
    }

    @Override
    public ResponseEntity<EquipmentFailureRate> getEquipmentFailureRate(
            String period, String communityId, String equipmentClass, @Nullable String method) {
        return answers.getEquipmentFailureRate(period, communityId, equipmentClass, method);
    }

    @Override
    public ResponseEntity<EquipmentFailureRowPage> listEquipmentFailureRows(
            String period,
            String communityId,
            String equipmentClass,
            @Nullable String method,
            Integer limit,
            @Nullable String cursor) {
        return answers.listEquipmentFailureRows(
                period, communityId, equipmentClass, method, limit, cursor);
    }

    @Override
    public ResponseEntity<EquipmentRepairPage> listEquipmentRepairs(
            String equipmentId, Integer limit, @Nullable String cursor) {
        return uses.listEquipmentRepairs(equipmentId, limit, cursor);
    }

    @Override
    public ResponseEntity<EquipmentRepair> recordEquipmentRepair(
            String equipmentId, String idempotencyKey, EquipmentRepairCreate body) {
        return uses.recordEquipmentRepair(equipmentId, body);
    }

    @Override
    public ResponseEntity<EquipmentCosts> getEquipmentCosts(
            String equipmentId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return uses.getEquipmentCosts(equipmentId, from, to);
    }

    @Override
    public ResponseEntity<WorkOrder> openInspectionOrder(
            String equipmentId, String idempotencyKey, InspectionOrderCreate body) {
        return answers.openInspectionOrder(equipmentId, body);
    }

    @Override
    public ResponseEntity<EquipmentRunningHours> setEquipmentRunningHours(
            String equipmentId, String idempotencyKey, EquipmentRunningHoursCreate body) {
        return answers.setEquipmentRunningHours(equipmentId, body);
    }

    @Override
    public ResponseEntity<EquipmentRunningHoursPage> listEquipmentRunningHours(
            String equipmentId, Integer limit, @Nullable String cursor) {
        return answers.listEquipmentRunningHours(equipmentId, limit, cursor);
    }

    @Override
    public ResponseEntity<EquipmentIntactRate> getEquipmentIntactRate(
            String communityId, String equipmentClass, @Nullable OffsetDateTime asOf) {
        return answers.getEquipmentIntactRate(communityId, equipmentClass, asOf);
    }

    @Override
    public ResponseEntity<EquipmentFailureRowPage> listEquipmentIntactRows(
            String communityId,
            String equipmentClass,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        return answers.listEquipmentIntactRows(communityId, equipmentClass, asOf, limit, cursor);
    }
}
