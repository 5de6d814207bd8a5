package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ServiceLadderStore;
import dev.guanjia.server.store.ServiceLadderStore.LadderRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.workorder.level.Ladder;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.MatterRow;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** When a limit is near, and who hears of a breach. */
@Service
public class ServiceLadderDesk {

    private static final String COMMAND = "create-service-ladder";

    private final Permissions permissions;
    private final ServiceLadderStore ladders;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;

    ServiceLadderDesk(
            Permissions permissions,
            ServiceLadderStore ladders,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.ladders = ladders;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * When a limit is near; the earlier of both.
     *
     * @param share after this part of the target; null when not said
     * @param hours with so much time left; null when not said
     */
    public record Near(@Nullable String share, @Nullable String hours) {}

    /**
     * What is said of a new row.
     *
     * @param matter what it is for
     * @param goal which limit; null for the resolution
     * @param near when it is near
     * @param step hours from one superior to the next
     * @param levels how many superiors
     * @param from its first day
     */
    public record Draft(
            GivenMatter matter,
            @Nullable String goal,
            Near near,
            String step,
            int levels,
            LocalDate from) {}

    /**
     * Adds a row.
     *
     * @param caller who asks
     * @param draft what is said of it
     * @return the row
     */
    public LadderRow create(Caller caller, Draft draft) {
        permissions.require(caller, COMMAND, draft.matter().kind());
        LadderRow row = new LadderRow(Ids.next("el"), read(draft), clock.instant());
        tenants.lock(caller.tenant());
        Refused.unlessAccepted(
                MatterRow.add(
                        ladders.all(caller.tenant()).stream().map(LadderRow::ladder).toList(),
                        row.ladder()));
        ladders.add(caller.tenant(), row);
        Map<String, String> facts =
                Map.of(
                        "matter", row.ladder().matter().toString(),
                        "goal", row.ladder().goal().name(),
                        "levels", String.valueOf(row.ladder().levels()),
                        "from", row.ladder().from().toString());
        audit.accepted(caller, COMMAND, row.id(), facts);
        return row;
    }

    private static Ladder read(Draft draft) {
        Given given = new Given();
        Optional<Matter> matter = draft.matter().read(given);
        Optional<ServiceGoal> goal = GivenMatter.goal(given, draft.goal());
        String share = draft.near().share();
        Optional<Rational> part =
                share == null
                        ? Optional.empty()
                        : given.decimal(
                                "/near_share",
                                share,
                                number -> number.signum() > 0 && number.compareTo(Rational.ONE) < 0,
                                "between 0 and 1");
        String hours = draft.near().hours();
        Optional<Duration> left =
                hours == null ? Optional.empty() : time(given, "/near_hours", hours);
        Optional<Duration> step = time(given, "/step_hours", draft.step());
        given.day("/from", draft.from());
        given.end();
        return new Ladder(
                matter.orElseThrow(),
                goal.orElseThrow(),
                part.orElse(null),
                left.orElse(null),
                step.orElseThrow(),
                draft.levels(),
                draft.from());
    }

    private static Optional<Duration> time(Given given, String pointer, String hours) {
        return given.decimal(pointer, hours, number -> number.signum() > 0, "more than 0")
                .map(ServiceLevel::target);
    }

    /**
     * Lists the rows by kind and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<LadderRow> list(Caller caller, PageRequest request) {
        return Page.slice(
                ladders.all(caller.tenant()), request, row -> ServiceLevelDesk.key(row.ladder()));
    }
}
