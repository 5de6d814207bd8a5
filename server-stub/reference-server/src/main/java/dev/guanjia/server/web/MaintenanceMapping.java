package dev.guanjia.server.web;

import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.asset.maintenance.TaskState;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.server.api.model.MaintenanceCount;
import dev.guanjia.server.api.model.MaintenanceMonth;
import dev.guanjia.server.api.model.MaintenanceOrder;
import dev.guanjia.server.api.model.MaintenanceOrderBatch;
import dev.guanjia.server.api.model.MaintenancePlan;
import dev.guanjia.server.api.model.MaintenanceStandard;
import dev.guanjia.server.api.model.MaintenanceStandardCreate;
import dev.guanjia.server.api.model.MaintenanceTaskEvent;
import dev.guanjia.server.api.model.MaintenanceWork;
import dev.guanjia.server.application.MaintenanceOrderDesk.Batch;
import dev.guanjia.server.application.MaintenancePlanDesk;
import dev.guanjia.server.application.MaintenanceStandardDesk.Draft;
import dev.guanjia.server.application.MaintenanceStandardDesk.Shown;
import dev.guanjia.server.application.MaintenanceStandardDesk.Work;
import dev.guanjia.server.store.MaintenancePlanStore.MonthRow;
import dev.guanjia.server.store.MaintenanceTaskStore.Orders;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maintenance on the wire. */
final class MaintenanceMapping {

    private static final int PERCENT = 100;

    private MaintenanceMapping() {}

    static Draft draft(MaintenanceStandardCreate body) {
        return new Draft(
                body.getId(),
                new Work(body.getWork().getZh(), body.getWork().getEn()),
                body.getEquipmentClass(),
                body.getCadence(),
                body.getEvidence(),
                body.getQualification(),
                body.getFrom());
    }

    static MaintenanceStandard standard(Shown shown) {
        dev.guanjia.asset.maintenance.MaintenanceStandard row = shown.standard();
        return new MaintenanceStandard(
                        row.id(),
                        work(row),
                        row.kind().value(),
                        row.cadence().name(),
                        row.evidence(),
                        row.from(),
                        shown.own() ? "company" : "03 P-PM")
                .qualification(row.qualification().map(QualificationKey::value).orElse(null));
    }

    private static MaintenanceWork work(dev.guanjia.asset.maintenance.MaintenanceStandard row) {
        return new MaintenanceWork(row.work().zh(), row.work().en());
    }

    static MaintenancePlan plan(MaintenancePlanDesk.Shown shown) {
        List<MaintenanceCount> counts =
                Arrays.stream(TaskState.values())
                        .map(Enum::name)
                        .filter(shown.counts()::containsKey)
                        .map(state -> new MaintenanceCount(state, shown.counts().get(state)))
                        .toList();
        return new MaintenancePlan(
                shown.row().id(),
                shown.row().community(),
                shown.row().year(),
                Wire.at(shown.row().madeAt()),
                shown.counts().values().stream().mapToInt(Integer::intValue).sum(),
                counts);
    }

    static MaintenanceMonth month(MonthRow row) {
        return new MaintenanceMonth(
                        row.period(),
                        row.planned(),
                        row.moved(),
                        row.done().all(),
                        row.done().inTime(),
                        row.verified(),
                        row.overdue())
                .percentDone(
                        Rational.of((long) row.done().all() * PERCENT, row.planned())
                                .toDecimal(2, RoundingMode.HALF_UP)
                                .toPlainString());
    }

    static dev.guanjia.server.api.model.MaintenanceTask task(TaskRow row) {
        MaintenanceTask task = row.task();
        return new dev.guanjia.server.api.model.MaintenanceTask(
                        row.id(),
                        row.site().planId(),
                        task.standard().id(),
                        work(task.standard()),
                        task.equipment().value(),
                        task.period().start(),
                        task.period().end(),
                        task.origin(),
                        row.state(),
                        task.standard().evidence(),
                        task.events().stream().map(MaintenanceMapping::event).toList())
                .dueOn(task.due().orElse(null))
                .qualification(
                        task.standard().qualification().map(QualificationKey::value).orElse(null))
                .workOrderId(row.orders().current())
                .costs(costs(row.orders()));
    }

    /** Without an order there is nothing to say. */
    private static @Nullable List<dev.guanjia.server.api.model.Money> costs(Orders orders) {
        return orders.current() == null ? null : orders.costs().stream().map(Wire::money).toList();
    }

    private static MaintenanceTaskEvent event(TaskEvent event) {
        return new MaintenanceTaskEvent(
                        event.action().name(),
                        event.on(),
                        event.actor().staff().value(),
                        event.actor().post().value(),
                        event.note())
                .movedTo(event.to().orElse(null));
    }

    static MaintenanceOrderBatch batch(String community, Batch batch) {
        return new MaintenanceOrderBatch(
                community,
                batch.orders().stream()
                        .map(opened -> new MaintenanceOrder(opened.taskId(), opened.workOrderId()))
                        .toList(),
                batch.more());
    }
}
