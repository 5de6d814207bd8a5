package dev.guanjia.server.application;

import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.OrganisationChart;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CompanyTree.Standing;
import dev.guanjia.server.application.StructureReader.Seen;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OrganisationEventStore;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.TreeChange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Changes how a company is organised. */
@Service
public class StructureDesk {

    private final Permissions permissions;
    private final CompanyRules rules;
    private final CompanyTrees trees;
    private final TreeChangeCheck check;
    private final TreeChanges changes;
    private final OrganisationEventStore events;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;

    StructureDesk(
            Permissions permissions,
            CompanyRules rules,
            CompanyTrees trees,
            TreeChangeCheck check,
            TreeChanges changes,
            OrganisationEventStore events,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.rules = rules;
        this.trees = trees;
        this.check = check;
        this.changes = changes;
        this.events = events;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a change made of a company.
     *
     * @param <T> a department or a post
     * @param id the row of the change
     * @param tree the whole tree as it is now
     * @param standing the department or post as it stands from then on, or stood until then
     */
    public record Changed<T>(String id, CompanyTree tree, Standing<T> standing) {

        /**
         * The department or post in its tree.
         *
         * @return both
         */
        public Seen<T> seen() {
            return new Seen<>(tree, standing);
        }
    }

    /**
     * Changes a department.
     *
     * @param caller who asks
     * @param change what changes
     * @param ifMatch the version last seen; empty where nothing is there yet
     * @return the department
     */
    public Changed<CompanyDepartment> department(
            Caller caller, TreeChange change, Optional<String> ifMatch) {
        return change(
                new Order<>(
                        caller, change, chart -> CompanyTree.department(chart, change.subject())),
                ifMatch);
    }

    /**
     * Changes a post.
     *
     * @param caller who asks
     * @param change what changes
     * @param ifMatch the version last seen; empty where none is asked for
     * @return the post
     */
    public Changed<CompanyPost> post(Caller caller, TreeChange change, Optional<String> ifMatch) {
        return change(
                new Order<>(caller, change, chart -> CompanyTree.post(chart, change.subject())),
                ifMatch);
    }

    private record Order<T>(
            Caller caller, TreeChange change, Function<OrganisationChart, Optional<T>> look) {}

    private <T> Changed<T> change(Order<T> order, Optional<String> ifMatch) {
        Caller caller = order.caller();
        TreeChange change = order.change();
        permissions.require(caller, command(change.kind()), change.subject());
        rules.template(caller.tenant());
        tenants.lock(caller.tenant());
        CompanyTree before = trees.of(caller.tenant());
        if (ifMatch.isPresent()) {
            before.standing(change.day(), order.look())
                    .or(() -> before.standing(LocalDate.MAX, order.look()))
                    .orElseThrow(() -> Fault.notFound(change.subject()));
            Version.require(ifMatch.get(), before.version());
        }
        check.require(change);
        requireVacant(caller.tenant(), change);
        CompanyTree after = after(before, change);
        String id = store(caller, change, before.version());
        return new Changed<>(id, after, standing(order, before, after));
    }

    private CompanyTree after(CompanyTree before, TreeChange change) {
        return new CompanyTree(
                Refused.unlessAccepted(changes.apply(before.company(), change)),
                before.version() + 1);
    }

    private String store(Caller caller, TreeChange change, long line) {
        String id = Ids.next(change.kind() == TreeChange.Kind.PLAN_HEADCOUNT ? "hp" : "oe");
        events.add(
                caller.tenant(),
                new OrganisationEventStore.Event(line, id, change),
                clock.instant());
        Map<String, String> facts = new TreeMap<>(change.facts());
        facts.put("from", change.day().toString());
        audit.accepted(caller, command(change.kind()), change.subject(), facts);
        return id;
    }

    private static <T> Standing<T> standing(Order<T> order, CompanyTree before, CompanyTree after) {
        LocalDate day = order.change().day();
        return after.standing(day, order.look())
                .or(() -> before.standing(day, order.look()).map(stood -> stood.until(day)))
                .orElseThrow(() -> new IllegalStateException("nothing changed on " + day));
    }

    private void requireVacant(String tenant, TreeChange change) {
        if (change.kind() != TreeChange.Kind.RETIRE_POST) {
            return;
        }
        String held =
                rules.assignments(tenant).rows().stream()
                        .filter(row -> row.post().value().equals(change.subject()))
                        .filter(row -> row.last().map(l -> !l.isBefore(change.day())).orElse(true))
                        .map(row -> row.staff().value())
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!held.isEmpty()) {
            throw StructureRefusal.POST_STILL_HELD.with(
                    Map.of("post", change.subject(), "day", change.day().toString(), "held", held));
        }
    }

    private static String command(TreeChange.Kind kind) {
        return switch (kind) {
            case ADD_DEPARTMENT -> "create-department";
            case RENAME_DEPARTMENT -> "rename-department";
            case RETIRE_DEPARTMENT -> "retire-department";
            case ADD_POST -> "create-post";
            case MOVE_POST -> "move-post";
            case PLAN_HEADCOUNT -> "plan-headcount";
            case RETIRE_POST -> "retire-post";
        };
    }
}
