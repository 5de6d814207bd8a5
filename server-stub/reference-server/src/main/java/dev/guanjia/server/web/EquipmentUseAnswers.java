package dev.guanjia.server.web;

import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Downtime;
import dev.guanjia.server.api.model.DowntimeCreate;
import dev.guanjia.server.api.model.DowntimeEndingCreate;
import dev.guanjia.server.api.model.DowntimePage;
import dev.guanjia.server.api.model.EquipmentCosts;
import dev.guanjia.server.api.model.EquipmentRepair;
import dev.guanjia.server.api.model.EquipmentRepairCreate;
import dev.guanjia.server.api.model.EquipmentRepairPage;
import dev.guanjia.server.api.model.Outage;
import dev.guanjia.server.api.model.OutagePage;
import dev.guanjia.server.application.DowntimeDesk;
import dev.guanjia.server.application.EquipmentRepairDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DowntimeStore.DowntimeRow;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What went wrong with equipment, and what it cost. */
@Component
class EquipmentUseAnswers {

    private final CurrentCaller caller;
    private final DowntimeDesk downtimes;
    private final EquipmentRepairDesk repairs;

    EquipmentUseAnswers(CurrentCaller caller, DowntimeDesk downtimes, EquipmentRepairDesk repairs) {
        this.caller = caller;
        this.downtimes = downtimes;
        this.repairs = repairs;
    }

    ResponseEntity<DowntimePage> listDowntimes(
            String equipmentId, Integer limit, @Nullable String cursor) {
        Page<Downtime> page =
                downtimes
                        .list(caller.get(), equipmentId, PageRequest.of("downtimes", limit, cursor))
                        .map(EquipmentUseMapping::downtime);
        return ResponseEntity.ok(new DowntimePage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Downtime> reportDowntime(String equipmentId, DowntimeCreate body) {
        DowntimeRow row =
                downtimes.report(caller.get(), equipmentId, EquipmentUseMapping.draft(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(EquipmentUseMapping.downtime(row));
    }

    ResponseEntity<Downtime> endDowntime(
            String equipmentId, String downtimeId, DowntimeEndingCreate body) {
        Instant at = body.getEndedAt().toInstant();
        return ResponseEntity.ok(
                EquipmentUseMapping.downtime(
                        downtimes.end(caller.get(), equipmentId, downtimeId, at)));
    }

    ResponseEntity<OutagePage> listOutages(
            String equipmentId, Integer limit, @Nullable String cursor) {
        Page<Outage> page =
                downtimes
                        .outages(
                                caller.get(), equipmentId, PageRequest.of("outages", limit, cursor))
                        .map(EquipmentUseMapping::outage);
        return ResponseEntity.ok(new OutagePage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<EquipmentRepairPage> listEquipmentRepairs(
            String equipmentId, Integer limit, @Nullable String cursor) {
        Page<EquipmentRepair> page =
                repairs.list(
                                caller.get(),
                                equipmentId,
                                PageRequest.of("equipment-repairs", limit, cursor))
                        .map(EquipmentUseMapping::repair);
        return ResponseEntity.ok(
                new EquipmentRepairPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<EquipmentRepair> recordEquipmentRepair(
            String equipmentId, EquipmentRepairCreate body) {
        Entry entry = repairs.record(caller.get(), equipmentId, EquipmentUseMapping.draft(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(EquipmentUseMapping.repair(entry));
    }

    ResponseEntity<EquipmentCosts> getEquipmentCosts(
            String equipmentId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return ResponseEntity.ok(
                EquipmentUseMapping.costs(
                        equipmentId, repairs.costs(caller.get(), equipmentId, from, to)));
    }
}
