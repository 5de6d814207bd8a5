package dev.guanjia.server.application;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.MaintenanceDraftStore;
import dev.guanjia.server.store.MaintenanceTaskStore;
import dev.guanjia.server.store.MaintenanceTaskStore.TaskRow;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Withdraws the maintenance that lies after the retirement of its equipment. */
@Component
class MaintenanceWithdrawals {

    private static final PostKey SET_UP = new PostKey("ADMINISTRATOR");

    private final Planning planning;
    private final MaintenanceTaskStore tasks;
    private final MaintenanceDraftStore drafts;
    private final CommunityDays days;

    MaintenanceWithdrawals(
            Planning planning,
            MaintenanceTaskStore tasks,
            MaintenanceDraftStore drafts,
            CommunityDays days) {
        this.planning = planning;
        this.tasks = tasks;
        this.drafts = drafts;
        this.days = days;
    }

    /** What nobody touched goes; what has a history or an order stays and says so. */
    int follow(Caller caller, Equipment retired) {
        LocalDate from = retired.retired().orElseThrow();
        String id = retired.id().value();
        int gone = drafts.drop(caller.tenant(), id, from);
        for (TaskRow row : tasks.left(caller.tenant(), id, from, days.now())) {
            MaintenanceTask after =
                    Refused.unlessAccepted(
                            row.task()
                                    .withdraw(
                                            retired,
                                            actor(caller),
                                            days.today(row.site().zone()),
                                            "retired_on=" + from));
            tasks.step(caller.tenant(), row.id(), after, days.now());
            gone++;
        }
        return gone;
    }

    private Actor actor(Caller caller) {
        return caller.actingPost().isPresent()
                ? planning.actor(caller)
                : new Actor(new StaffId(caller.staffId()), SET_UP, "set-up");
    }
}
