package dev.guanjia.server.application;

import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.TaskState;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.MaintenanceTaskStore;
import dev.guanjia.server.store.MaintenanceTaskStore.Filter;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import dev.guanjia.server.store.QualificationStore;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Shows maintenance tasks, and takes them from one state to the next. */
@Service
public class MaintenanceTaskDesk {

    private final Planning planning;
    private final MaintenanceTaskStore store;
    private final QualificationStore qualifications;
    private final EquipmentDesk equipment;
    private final CommunityDays days;
    private final Snapshot snapshot;

    MaintenanceTaskDesk(
            Planning planning,
            MaintenanceTaskStore store,
            QualificationStore qualifications,
            EquipmentDesk equipment,
            CommunityDays days,
            Snapshot snapshot) {
        this.planning = planning;
        this.store = store;
        this.qualifications = qualifications;
        this.equipment = equipment;
        this.days = days;
        this.snapshot = snapshot;
    }

    /** What somebody wants to do with a task. */
    private interface Step {
        Decision<MaintenanceTask> decide(MaintenanceTask task, Actor actor);
    }

    /**
     * Gives a task another due day.
     *
     * @param caller who asks
     * @param seen which
     * @param to the new day
     * @param reason why
     * @return the task afterwards
     */
    public TaskRow reschedule(Caller caller, Seen seen, LocalDate to, String reason) {
        Breach attempt = new Breach("reschedule-maintenance-task", seen.id());
        TaskRow before = lock(caller, seen, attempt);
        Given given = new Given();
        given.day("/due_on", to);
        given.text("/reason", reason);
        given.end();
        LocalDate today = days.today(before.site().zone());
        return step(
                caller,
                before,
                attempt,
                (task, actor) -> task.reschedule(to, actor, today, reason));
    }

    /**
     * Records that a task was done.
     *
     * @param caller who did it
     * @param seen which
     * @param on when
     * @param evidence where the record is
     * @return the task afterwards
     */
    public TaskRow perform(Caller caller, Seen seen, LocalDate on, String evidence) {
        Breach attempt = new Breach("perform-maintenance-task", seen.id());
        TaskRow before = lock(caller, seen, attempt);
        Given given = new Given();
        days.past(given, "/performed_on", on, before.site().zone());
        given.text("/evidence", evidence);
        given.end();
        Qualifications held = qualifications.of(caller.tenant(), caller.staffId());
        return step(
                caller, before, attempt, (task, actor) -> task.perform(actor, on, evidence, held));
    }

    /**
     * Confirms that a task was done.
     *
     * @param caller who found it done
     * @param seen which
     * @param on when
     * @param finding what was found
     * @return the task afterwards
     */
    public TaskRow verify(Caller caller, Seen seen, LocalDate on, String finding) {
        Breach attempt = new Breach("verify-maintenance-task", seen.id());
        TaskRow before = lock(caller, seen, attempt);
        Given given = new Given();
        days.past(given, "/verified_on", on, before.site().zone());
        given.text("/finding", finding);
        given.end();
        return step(caller, before, attempt, (task, actor) -> task.verify(actor, on, finding));
    }

    private TaskRow lock(Caller caller, Seen seen, Breach attempt) {
        planning.admit(caller, attempt);
        TaskRow row =
                store.lock(caller.tenant(), seen.id(), days.now())
                        .orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), row.version());
        return row;
    }

    private TaskRow step(Caller caller, TaskRow before, Breach attempt, Step step) {
        MaintenanceTask after =
                Ruling.unlessRefused(step.decide(before.task(), planning.actor(caller)), attempt);
        store.step(caller.tenant(), before.id(), after, planning.now());
        planning.done(caller, attempt, before.id(), Map.of("task", after.key()));
        return new TaskRow(
                before.id(),
                after,
                before.site(),
                after.state(days.today(before.site().zone())).name(),
                before.orders(),
                before.version() + 1);
    }

    /**
     * Reads a task.
     *
     * @param caller who asks
     * @param id which
     * @return the task
     */
    public TaskRow get(Caller caller, String id) {
        return snapshot.read(
                () ->
                        store.find(caller.tenant(), id, days.now())
                                .orElseThrow(() -> Fault.notFound(id)));
    }

    /**
     * Lists tasks by origin day and id.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<TaskRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.state() != null) {
            given.known("state", filter.state(), TaskState.class);
        }
        if (filter.equipment().kind() != null) {
            equipment.classOf(given, "equipment_class", filter.equipment().kind());
        }
        if (filter.month() != null) {
            given.day("period", filter.month().start());
        }
        CommunityDays.check(given, filter.from(), filter.to());
        given.end();
        return snapshot.read(() -> store.list(caller.tenant(), filter, days.now(), request));
    }
}
