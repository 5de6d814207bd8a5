package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.EquipmentFailureRate;
import dev.guanjia.server.api.model.EquipmentFailureRow;
import dev.guanjia.server.api.model.EquipmentFailureRowPage;
import dev.guanjia.server.api.model.EquipmentIntactRate;
import dev.guanjia.server.api.model.EquipmentRunningHours;
import dev.guanjia.server.api.model.EquipmentRunningHoursCreate;
import dev.guanjia.server.api.model.EquipmentRunningHoursPage;
import dev.guanjia.server.api.model.InspectionOrderCreate;
import dev.guanjia.server.api.model.WorkOrder;
import dev.guanjia.server.application.EquipmentOrderDesk;
import dev.guanjia.server.application.FailureRates;
import dev.guanjia.server.application.FailureRates.Question;
import dev.guanjia.server.application.RunningHoursDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How equipment runs, and the orders for its inspections. */
@Component
class EquipmentRateAnswers {

    private final CurrentCaller caller;
    private final FailureRates rates;
    private final EquipmentOrderDesk orders;
    private final RunningHoursDesk hours;

    EquipmentRateAnswers(
            CurrentCaller caller,
            FailureRates rates,
            EquipmentOrderDesk orders,
            RunningHoursDesk hours) {
        this.caller = caller;
        this.rates = rates;
        this.orders = orders;
        this.hours = hours;
    }

    ResponseEntity<WorkOrder> openInspectionOrder(String equipmentId, InspectionOrderCreate body) {
        WorkOrderRow row = orders.inspect(caller.get(), equipmentId, body.getKind());
        return ResponseEntity.created(Wire.location("work-orders", row.id()))
                .eTag(Version.tag(row.version()))
                .body(WorkOrderMapping.listed(row, row.recordedAt()));
    }

    ResponseEntity<EquipmentRunningHours> setEquipmentRunningHours(
            String equipmentId, EquipmentRunningHoursCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        EquipmentHoursMapping.row(
                                hours.set(
                                        caller.get(),
                                        equipmentId,
                                        EquipmentHoursMapping.draft(body))));
    }

    ResponseEntity<EquipmentRunningHoursPage> listEquipmentRunningHours(
            String equipmentId, Integer limit, @Nullable String cursor) {
        Page<EquipmentRunningHours> page =
                hours.list(
                                caller.get(),
                                equipmentId,
                                PageRequest.of("equipment-running-hours", limit, cursor))
                        .map(EquipmentHoursMapping::row);
        return ResponseEntity.ok(
                new EquipmentRunningHoursPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<EquipmentIntactRate> getEquipmentIntactRate(
            String communityId, String equipmentClass, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                EquipmentHoursMapping.rate(
                        communityId,
                        equipmentClass,
                        rates.intact(caller.get(), communityId, equipmentClass, at(asOf))));
    }

    ResponseEntity<EquipmentFailureRowPage> listEquipmentIntactRows(
            String communityId,
            String equipmentClass,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Page<EquipmentFailureRow> page =
                Page.slice(
                                rates.intact(caller.get(), communityId, equipmentClass, at(asOf))
                                        .rate()
                                        .rows(),
                                PageRequest.of("equipment-intact-rows", limit, cursor),
                                row -> row.equipment().value())
                        .map(EquipmentUseMapping::row);
        return ResponseEntity.ok(
                new EquipmentFailureRowPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<EquipmentFailureRate> getEquipmentFailureRate(
            String period, String communityId, String equipmentClass, @Nullable String method) {
        Question question =
                EquipmentUseMapping.question(period, communityId, equipmentClass, method);
        return ResponseEntity.ok(
                EquipmentUseMapping.rate(question, rates.measure(caller.get(), question)));
    }

    ResponseEntity<EquipmentFailureRowPage> listEquipmentFailureRows(
            String period,
            String communityId,
            String equipmentClass,
            @Nullable String method,
            Integer limit,
            @Nullable String cursor) {
        Question question =
                EquipmentUseMapping.question(period, communityId, equipmentClass, method);
        Page<EquipmentFailureRow> page =
                Page.slice(
                                rates.measure(caller.get(), question).rate().rows(),
                                PageRequest.of("equipment-failure-rows", limit, cursor),
                                row -> row.equipment().value())
                        .map(EquipmentUseMapping::row);
        return ResponseEntity.ok(
                new EquipmentFailureRowPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime asOf) {
        return asOf == null ? null : asOf.toInstant();
    }
}
