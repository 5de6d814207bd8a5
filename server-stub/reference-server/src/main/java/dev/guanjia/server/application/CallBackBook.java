package dev.guanjia.server.application;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationChart;
import dev.guanjia.server.store.CallBackOrderStore;
import dev.guanjia.server.store.CallBackPolicyStore;
import dev.guanjia.server.store.CallBackPolicyStore.PolicyRow;
import dev.guanjia.server.store.CallBackSampleStore;
import dev.guanjia.server.store.CallBackStore;
import dev.guanjia.server.store.RatingStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBack;
import dev.guanjia.workorder.callback.CallBackFile;
import dev.guanjia.workorder.callback.CallBackPolicies;
import dev.guanjia.workorder.callback.CallBackPolicy;
import dev.guanjia.workorder.callback.Callers;
import dev.guanjia.workorder.callback.Callers.Company;
import dev.guanjia.workorder.callback.Rating;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What policies, samples and calls say of work orders. */
@Component
public class CallBackBook {

    /** Where no policy is in force, or the company has none of its posts: as the shipped rows. */
    private static final Callers USUAL =
            new Callers(List.of(new PostKey("CS_SUPERVISOR"), new PostKey("CS_ASSISTANT")), false);

    private final CallBackPolicies shipped = CallBackPolicies.load();

    private final CallBackPolicyStore policies;
    private final CallBackSampleStore samples;
    private final CallBackStore calls;
    private final RatingStore ratings;
    private final CallBackOrderStore orders;
    private final Places places;
    private final CompanyRules rules;
    private final CompanyTrees trees;
    private final Clock clock;

    CallBackBook(
            CallBackPolicyStore policies,
            CallBackSampleStore samples,
            CallBackStore calls,
            RatingStore ratings,
            CallBackOrderStore orders,
            Places places,
            CompanyRules rules,
            CompanyTrees trees,
            Clock clock) {
        this.policies = policies;
        this.samples = samples;
        this.calls = calls;
        this.ratings = ratings;
        this.orders = orders;
        this.places = places;
        this.rules = rules;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * An order as call-backs see it.
     *
     * @param row the order
     * @param file the calls about it, and whether one is required
     * @param policy the row that asks for a call; empty if none does
     * @param sample the sample it is in; empty if in none
     * @param callers who may call
     * @param workers who had a hand in the work
     */
    public record Matter(
            WorkOrderRow row,
            CallBackFile file,
            Optional<String> policy,
            Optional<String> sample,
            Callers callers,
            Set<StaffId> workers) {}

    /** The policies that ship and the company's own. */
    CallBackPolicies policies(String tenant) {
        return over(policies.all(tenant));
    }

    private CallBackPolicies over(List<PolicyRow> own) {
        return new CallBackPolicies(
                shipped.shipped(), own.stream().map(PolicyRow::policy).toList());
    }

    /** The zone of a community that is stored. */
    ZoneId zone(String tenant, String communityId) {
        return places.community(tenant, communityId).zone();
    }

    /** Whether the customer has to be called before an order that was handled is closed. */
    boolean isDue(String tenant, WorkOrderRow row) {
        return row.order().handling().outcome() == WorkOrderOutcome.HANDLED
                && !matters(tenant, List.of(row)).get(0).file().isSettled();
    }

    /** Orders with all that was said of calls about them. */
    List<Matter> matters(String tenant, List<WorkOrderRow> rows) {
        List<String> ids = rows.stream().map(WorkOrderRow::id).toList();
        List<PolicyRow> own = policies.all(tenant);
        Facts facts =
                new Facts(
                        over(own),
                        seeds(own),
                        samples.of(tenant, ids),
                        new Said(calls.of(tenant, ids), ratings.of(tenant, ids)),
                        orders.workers(tenant, ids),
                        trees.of(tenant).resolution(LocalDate.now(clock)));
        Map<String, ZoneId> zones = new HashMap<>();
        return rows.stream()
                .map(
                        row -> {
                            String community = row.order().intake().community().value();
                            return facts.matter(
                                    row, zones.computeIfAbsent(community, id -> zone(tenant, id)));
                        })
                .toList();
    }

    private static Map<String, Long> seeds(List<PolicyRow> own) {
        return own.stream()
                .filter(row -> row.seed() != null)
                .collect(Collectors.toMap(row -> row.policy().id(), PolicyRow::seed));
    }

    /** What customers said of many orders. */
    private record Said(Map<String, List<CallBack>> calls, Map<String, List<Rating>> ratings) {

        CallBackFile file(WorkOrderId order, boolean required) {
            return new CallBackFile(
                    order,
                    required,
                    calls.getOrDefault(order.value(), List.of()),
                    ratings.getOrDefault(order.value(), List.of()));
        }
    }

    /** What was read of many orders at once. */
    private record Facts(
            CallBackPolicies policies,
            Map<String, Long> seeds,
            Map<String, String> samples,
            Said said,
            Map<String, Set<StaffId>> workers,
            HolderResolution company) {

        Matter matter(WorkOrderRow row, ZoneId zone) {
            Intake intake = row.order().intake();
            LocalDate day = LocalDate.ofInstant(intake.reception().receivedAt(), zone);
            Optional<CallBackPolicy> policy =
                    policies.of(intake.kind(), customer(intake.reception().requester()), day);
            Optional<String> asks =
                    policy.filter(found -> isRequired(found, row)).map(CallBackPolicy::id);
            Optional<String> sample = Optional.ofNullable(samples.get(row.id()));
            boolean required =
                    asks.isPresent()
                            || sample.isPresent()
                            || Lifecycle.of(intake.kind()).demandsCallBack();
            return new Matter(
                    row,
                    said.file(row.order().id(), required),
                    asks,
                    sample,
                    policy.map(CallBackPolicy::callers).filter(this::exist).orElse(USUAL),
                    hands(row));
        }

        private boolean exist(Callers callers) {
            return callers.posts().stream().anyMatch(key -> !company.posts(key).isEmpty());
        }

        private boolean isRequired(CallBackPolicy policy, WorkOrderRow row) {
            Instant done = row.order().handling().endedAt();
            WorkOrderId id = row.order().id();
            boolean rated = done != null && said.file(id, false).isRated(done);
            return policy.rule().requires(id, rated, seeds.getOrDefault(policy.id(), 0L));
        }

        private static @Nullable CustomerClass customer(@Nullable Requester requester) {
            return requester == null ? null : requester.as();
        }

        private Set<StaffId> hands(WorkOrderRow row) {
            Set<StaffId> all = new TreeSet<>(workers.getOrDefault(row.id(), Set.of()));
            StaffId assignee = row.order().handling().assignee();
            if (assignee != null) {
                all.add(assignee);
            }
            return all;
        }
    }

    /** The company's posts, and the departments of its people, on a day. */
    Company company(String tenant, LocalDate day) {
        CompanyTree tree = trees.of(tenant);
        HolderResolution resolution = tree.resolution(day);
        OrganisationChart chart = tree.company().chart(day);
        Assignments assignments = rules.assignments(tenant);
        return new Company(
                resolution::posts,
                staff -> Callers.departments(assignments.posts(staff, day), chart));
    }
}
