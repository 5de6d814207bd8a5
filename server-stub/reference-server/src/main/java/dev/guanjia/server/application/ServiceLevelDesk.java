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
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.MatterRow;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How soon work is to be taken on and done. */
@Service
public class ServiceLevelDesk {

    private static final String COMMAND = "create-service-level";

    private final Permissions permissions;
    private final ServiceLevelStore levels;
    private final ServiceTimes times;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;

    ServiceLevelDesk(
            Permissions permissions,
            ServiceLevelStore levels,
            ServiceTimes times,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.levels = levels;
        this.times = times;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is said of a new row.
     *
     * @param matter what it applies to
     * @param goal what is limited; null for the resolution
     * @param hours time allowed
     * @param clock which time counts
     * @param shift the shift whose hours count; null with every other clock
     * @param from its first day
     */
    public record Draft(
            GivenMatter matter,
            @Nullable String goal,
            String hours,
            String clock,
            @Nullable String shift,
            LocalDate from) {}

    /**
     * Adds a row.
     *
     * @param caller who asks
     * @param draft what is said of it
     * @return the row
     */
    public ServiceLevel create(Caller caller, Draft draft) {
        permissions.require(caller, COMMAND, draft.matter().kind());
        ServiceLevel level = read(caller.tenant(), draft);
        tenants.lock(caller.tenant());
        Refused.unlessAccepted(MatterRow.add(all(caller.tenant()), level));
        levels.add(caller.tenant(), new LevelRow(level, clock.instant()));
        Map<String, String> facts =
                Map.of(
                        "kind", level.kind().name(),
                        "matter", level.matter().toString(),
                        "goal", level.goal().name(),
                        "hours", level.hours().decimalText(),
                        "from", level.from().toString());
        audit.accepted(caller, COMMAND, level.id().value(), facts);
        return level;
    }

    private ServiceLevel read(String tenant, Draft draft) {
        Given given = new Given();
        Optional<Matter> matter = draft.matter().read(given);
        Optional<ServiceGoal> goal = GivenMatter.goal(given, draft.goal());
        Optional<Rational> hours =
                given.decimal(
                        "/hours", draft.hours(), number -> number.signum() > 0, "more than 0");
        Optional<ServiceClock> counts = given.known("/clock", draft.clock(), ServiceClock.class);
        given.day("/from", draft.from());
        counts.ifPresent(is -> shift(given, tenant, is, draft));
        given.end();
        return new ServiceLevel(
                new ServiceLevelId(Ids.next("sl")),
                matter.orElseThrow(),
                goal.orElseThrow(),
                ServiceLevel.target(hours.orElseThrow()),
                counts.orElseThrow(),
                draft.shift(),
                draft.from());
    }

    /** A shift that the company has, with the clock of shifts alone. */
    private void shift(Given given, String tenant, ServiceClock counts, Draft draft) {
        String shift = draft.shift();
        boolean fits =
                counts == ServiceClock.SHIFT
                        ? shift != null && times.hasShift(tenant, shift, draft.from())
                        : shift == null;
        if (!fits) {
            given.unknown("/shift_id", shift == null ? "" : shift);
        }
    }

    /**
     * Lists the rows by kind and first day.
     *
     * @param caller who asks
     * @param kind only of this kind; null for all
     * @param request which page
     * @return the page
     */
    public Page<ServiceLevel> list(Caller caller, @Nullable String kind, PageRequest request) {
        Given given = new Given();
        if (kind != null) {
            given.known("kind", kind, WorkOrderKind.class);
        }
        given.end();
        List<ServiceLevel> asked =
                all(caller.tenant()).stream()
                        .filter(row -> kind == null || row.kind().name().equals(kind))
                        .toList();
        return Page.slice(asked, request, ServiceLevelDesk::key);
    }

    /** Of rows that begin on one day the general ones first. */
    static String key(MatterRow row) {
        return PageRequest.join(
                row.matter().kind().name(),
                row.from().toString(),
                row.goal().name(),
                row.matter().toString());
    }

    private List<ServiceLevel> all(String tenant) {
        return levels.all(tenant).stream().map(LevelRow::level).toList();
    }
}
