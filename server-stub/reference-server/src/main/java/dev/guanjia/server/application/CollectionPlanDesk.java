package dev.guanjia.server.application;

import dev.guanjia.billing.collection.CollectionGoal;
import dev.guanjia.billing.collection.CollectionGroup;
import dev.guanjia.billing.collection.CollectionPlan;
import dev.guanjia.billing.collection.CollectionPlanAction;
import dev.guanjia.billing.collection.CollectionPlanStep;
import dev.guanjia.billing.collection.GroupTree;
import dev.guanjia.billing.collection.PlanProgress;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectionGroupStore;
import dev.guanjia.server.store.CollectionGroupStore.GroupRow;
import dev.guanjia.server.store.CollectionListingStore;
import dev.guanjia.server.store.CollectionPlanStore;
import dev.guanjia.server.store.CollectionPlanStore.By;
import dev.guanjia.server.store.CollectionPlanStore.Head;
import dev.guanjia.server.store.CollectionPlanStore.PlanRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Plans what is to be collected of what is owed, and says how far it is. */
@Service
public class CollectionPlanDesk {

    private static final String CREATE = "create-collection-plan";

    private final Clerk clerk;
    private final CollectionPlanInput input;
    private final CollectionPlanReader reader;
    private final CollectionPlanStore plans;
    private final CollectionGroupStore groups;
    private final CollectionListingStore lists;

    CollectionPlanDesk(
            Clerk clerk,
            CollectionPlanInput input,
            CollectionPlanReader reader,
            CollectionPlanStore plans,
            CollectionGroupStore groups,
            CollectionListingStore lists) {
        this.clerk = clerk;
        this.input = input;
        this.reader = reader;
        this.plans = plans;
        this.groups = groups;
        this.lists = lists;
    }

    /**
     * A plan as it is kept.
     *
     * @param row what it is
     * @param groups from the top down
     * @param goals one per fee
     * @param plan who has to collect what
     */
    public record Planned(
            PlanRow row, List<GroupRow> groups, List<CollectionGoal> goals, CollectionPlan plan) {}

    /**
     * How far a plan is.
     *
     * @param on the last day that counts
     * @param items per group and fee
     */
    public record Progress(LocalDate on, List<PlanProgress> items) {}

    /**
     * A step as it was given.
     *
     * @param action what is done
     * @param on the day
     * @param reason why the plan is given up; null for any other step
     */
    public record Step(String action, LocalDate on, @Nullable String reason) {}

    /**
     * Draws up a plan.
     *
     * @param caller who asks
     * @param given the plan as it was given
     * @return the plan with its targets
     */
    public Planned create(Caller caller, CollectionPlanInput.Draft given) {
        clerk.admit(caller, CREATE, given.top().communityId());
        CollectionPlanInput.Read read = input.read(caller, given);
        Head head = read.head();
        List<CollectionGroup> tree = read.groups().stream().map(GroupRow::group).toList();
        Refused.unlessAccepted(GroupTree.of(tree), CollectionPlanInput.POINTERS);
        String id = Ids.next("co");
        plans.add(caller.tenant(), id, head, by(caller));
        groups.add(caller.tenant(), id, read.groups(), read.goals());
        lists.list(caller.tenant(), id, head.communityId(), head.listedOn());
        Planned plan = get(caller, id);
        Map<String, String> facts =
                Map.of(
                        "community_id", head.communityId(),
                        "from", head.days().start().toString(),
                        "to", head.days().end().toString());
        clerk.done(caller, CREATE, id, facts);
        return plan;
    }

    /**
     * Takes a plan one step on.
     *
     * @param caller who asks
     * @param id the plan id
     * @param ifMatch the version last seen
     * @param step what is done
     * @return the plan as it is now
     */
    public Planned take(Caller caller, String id, String ifMatch, Step step) {
        CollectionPlanAction action = input.step(step);
        String command = command(caller, id, action);
        clerk.admit(caller, command, id);
        PlanRow row = plans.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        Planned before = reader.planned(caller.tenant(), List.of(row)).get(0);
        CollectionPlanStep wanted =
                new CollectionPlanStep(
                        action,
                        clerk.actor(caller),
                        step.on(),
                        Objects.requireNonNullElse(step.reason(), ""));
        CollectionPlan plan =
                Refused.unlessAccepted(
                        before.plan().take(wanted), CollectionPlanInput.STEP_POINTERS);
        PlanRow after = row.next(plan);
        plans.step(
                caller.tenant(),
                after,
                Objects.requireNonNullElse(plan.ending(), wanted),
                clerk.now());
        clerk.done(caller, command, id, Map.of("on", step.on().toString()));
        return new Planned(after, before.groups(), before.goals(), plan);
    }

    /** Who drew a plan up takes it back; to say no to it is another's. */
    private String command(Caller caller, String id, CollectionPlanAction action) {
        boolean no =
                action == CollectionPlanAction.REJECT || action == CollectionPlanAction.WITHDRAW;
        if (!no) {
            return action.name().toLowerCase(Locale.ROOT) + "-collection-plan";
        }
        PlanRow row = plans.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return row.authorId().equals(caller.staffId()) ? CREATE : "reject-collection-plan";
    }

    /**
     * Reads a plan.
     *
     * @param caller who asks
     * @param id the plan id
     * @return the plan
     */
    public Planned get(Caller caller, String id) {
        PlanRow row = plans.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return reader.planned(caller.tenant(), List.of(row)).get(0);
    }

    /**
     * Lists plans, newest first.
     *
     * @param caller who asks
     * @param communityId those of a community only
     * @param request which page
     * @return the page
     */
    public Page<Planned> list(Caller caller, Optional<String> communityId, PageRequest request) {
        Page<PlanRow> page = plans.list(caller.tenant(), communityId, request);
        return new Page<>(reader.planned(caller.tenant(), page.items()), page.nextCursor());
    }

    /**
     * Says how far a plan is.
     *
     * @param caller who asks
     * @param id the plan id
     * @param asOf the moment whose day in the community is the last that counts; now if empty
     * @return the progress
     */
    public Progress progress(Caller caller, String id, Optional<OffsetDateTime> asOf) {
        Planned planned = get(caller, id);
        LocalDate on = input.dayOf(caller, planned.row().head().communityId(), asOf);
        return new Progress(
                planned.plan().counted(on), reader.progress(caller.tenant(), planned.plan(), on));
    }

    private By by(Caller caller) {
        return new By(clerk.actor(caller), clerk.now());
    }
}
