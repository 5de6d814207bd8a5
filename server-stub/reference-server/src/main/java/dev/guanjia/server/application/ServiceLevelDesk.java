package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How soon work is to be done. */
@Service
public class ServiceLevelDesk {

    private final Permissions permissions;
    private final ServiceLevelStore levels;
    private final TenantStore tenants;
    private final Audit audit;

    ServiceLevelDesk(
            Permissions permissions, ServiceLevelStore levels, TenantStore tenants, Audit audit) {
        this.permissions = permissions;
        this.levels = levels;
        this.tenants = tenants;
        this.audit = audit;
    }

    /**
     * What is said of a new row.
     *
     * @param kind what it applies to
     * @param hours time allowed
     * @param clock which time counts
     * @param from its first day
     */
    public record Draft(String kind, String hours, String clock, LocalDate from) {}

    /**
     * Adds a row.
     *
     * @param caller who asks
     * @param draft what is said of it
     * @return the row
     */
    public ServiceLevel create(Caller caller, Draft draft) {
        permissions.require(caller, "create-service-level", draft.kind());
        ServiceLevel level = read(draft);
        tenants.lock(caller.tenant());
        Refused.unlessAccepted(levels.all(caller.tenant()).add(level));
        levels.add(caller.tenant(), level);
        Map<String, String> facts =
                Map.of(
                        "kind", level.kind().name(),
                        "hours", level.hours().decimalText(),
                        "from", level.from().toString());
        audit.accepted(caller, "create-service-level", level.id().value(), facts);
        return level;
    }

    private static ServiceLevel read(Draft draft) {
        Given given = new Given();
        Optional<WorkOrderKind> kind = given.known("/kind", draft.kind(), WorkOrderKind.class);
        Optional<Rational> hours =
                given.decimal(
                        "/hours", draft.hours(), number -> number.signum() > 0, "more than 0");
        Optional<ServiceClock> clock = given.known("/clock", draft.clock(), ServiceClock.class);
        if (clock.filter(ServiceClock.SHIFT::equals).isPresent()) {
            given.unknown("/clock", draft.clock());
        }
        given.day("/from", draft.from());
        given.end();
        return new ServiceLevel(
                new ServiceLevelId(Ids.next("sl")),
                Matter.of(kind.orElseThrow()),
                ServiceGoal.RESOLUTION,
                ServiceLevel.target(hours.orElseThrow()),
                clock.orElseThrow(),
                null,
                draft.from());
    }

    /**
     * Lists the rows by kind and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<ServiceLevel> list(Caller caller, PageRequest request) {
        return Page.slice(
                levels.all(caller.tenant()).rows(),
                request,
                level -> PageRequest.join(level.kind().name(), level.from().toString()));
    }
}
