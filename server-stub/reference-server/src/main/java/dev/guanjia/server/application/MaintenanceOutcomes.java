package dev.guanjia.server.application;

import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.MaintenanceOrder;
import dev.guanjia.reaction.MaintenanceOrder.Work;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.MaintenanceOrderStore;
import dev.guanjia.server.store.MaintenanceTaskStore;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import dev.guanjia.server.store.QualificationStore;
import dev.guanjia.server.store.WorkOrderEventStore;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderEventStore.EventRow;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets maintenance tasks and the history of equipment follow their work orders. */
@Component
class MaintenanceOutcomes {

    private final MaintenanceTaskStore tasks;
    private final MaintenanceOrderStore orders;
    private final WorkOrderEventStore events;
    private final QualificationStore qualifications;
    private final CommunityDays days;
    private final RepairOutcomes repairs;
    private final Audit audit;

    MaintenanceOutcomes(
            MaintenanceTaskStore tasks,
            MaintenanceOrderStore orders,
            WorkOrderEventStore events,
            QualificationStore qualifications,
            CommunityDays days,
            RepairOutcomes repairs,
            Audit audit) {
        this.tasks = tasks;
        this.orders = orders;
        this.events = events;
        this.qualifications = qualifications;
        this.days = days;
        this.repairs = repairs;
        this.audit = audit;
    }

    /** Takes the task of an order along where the order has come. */
    void follow(Caller caller, WorkOrder order) {
        repairs.follow(caller, order);
        MaintenanceOrder.Meaning meaning = MaintenanceOrder.meaning(order.state());
        if (order.intake().kind() != WorkOrderKind.PREVENTIVE_MAINTENANCE
                || meaning == MaintenanceOrder.Meaning.OPEN) {
            return;
        }
        tasks.lockOf(caller.tenant(), order.id().value(), days.now())
                .filter(row -> !row.task().isSettled())
                .ifPresent(
                        row -> {
                            if (meaning == MaintenanceOrder.Meaning.DONE) {
                                perform(caller, row, order.id().value());
                            } else {
                                orders.giveUp(caller.tenant(), row.id());
                            }
                        });
    }

    private void perform(Caller caller, TaskRow row, String order) {
        EventRow finished =
                events.lastTo(caller.tenant(), order, WorkOrderState.DONE.name()).orElseThrow();
        Author author = finished.author();
        Actor worker =
                new Actor(
                        new StaffId(author.staffId()),
                        new PostKey(author.post()),
                        author.authority());
        LocalDate day = LocalDate.ofInstant(finished.occurredAt(), row.site().zone());
        MaintenanceTask after =
                Refused.unlessAccepted(
                        MaintenanceOrder.perform(
                                row.task(),
                                new Work(order, worker, day),
                                qualifications.of(caller.tenant(), author.staffId())));
        tasks.step(caller.tenant(), row.id(), after, days.now());
        Map<String, String> facts = Map.of("task", after.key(), "order", order);
        audit.accepted(caller, "perform-maintenance-task", row.id(), facts);
    }
}
