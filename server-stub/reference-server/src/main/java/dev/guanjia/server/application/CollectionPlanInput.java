package dev.guanjia.server.application;

import dev.guanjia.billing.collection.CollectionGoal;
import dev.guanjia.billing.collection.CollectionGroup;
import dev.guanjia.billing.collection.CollectionGroupId;
import dev.guanjia.billing.collection.CollectionPlanAction;
import dev.guanjia.billing.collection.CollectionRefusal;
import dev.guanjia.billing.collection.GroupLevel;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Rational;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CollectionGroupStore.GroupRow;
import dev.guanjia.server.store.CollectionPlanStore.Head;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.StaffStore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a caller gives for a collection plan, and says of each field what is wrong. */
@Component
public class CollectionPlanInput {

    static final Map<RefusalCode, String> POINTERS =
            Map.of(
                    CollectionRefusal.GROUPS_WITHOUT_TOP, "/groups",
                    CollectionRefusal.GROUP_TWICE, "/groups",
                    CollectionRefusal.GROUP_OUT_OF_PLACE, "/groups",
                    CollectionRefusal.GOAL_WITHOUT_ARREARS, "/goals");
    static final Map<RefusalCode, String> STEP_POINTERS =
            Map.of(
                    CollectionRefusal.COLLECTION_PLAN_WRONG_STATE, "/action",
                    CollectionRefusal.COLLECTION_PLAN_TOO_EARLY, "/taken_on",
                    CollectionRefusal.COLLECTION_PLAN_WITHOUT_REASON, "/reason");
    private static final Comparator<GroupRow> TOP_DOWN =
            Comparator.comparing((GroupRow row) -> row.group().level())
                    .thenComparing(row -> row.group().id());

    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final StaffStore staff;
    private final CommunityDays days;
    private final BusinessTime times;
    private final CompanyFeeItems company;

    CollectionPlanInput(
            CommunityStore communities,
            BuildingStore buildings,
            StaffStore staff,
            CommunityDays days,
            BusinessTime times,
            CompanyFeeItems company) {
        this.communities = communities;
        this.buildings = buildings;
        this.staff = staff;
        this.days = days;
        this.times = times;
        this.company = company;
    }

    /**
     * A plan as it was given.
     *
     * @param top what it is
     * @param groups in any order
     * @param goals fee items and decimal rates
     */
    public record Draft(Top top, List<Group> groups, List<Map.Entry<String, String>> goals) {}

    /**
     * What a plan is, as it was given.
     *
     * @param communityId of which community
     * @param name what it is called
     * @param from the first day
     * @param to the day after the last
     * @param listedOn what was due before this day is listed
     */
    public record Top(
            String communityId, String name, LocalDate from, LocalDate to, LocalDate listedOn) {}

    /**
     * A group as it was given.
     *
     * @param key what it is called within the plan
     * @param level where it stands
     * @param above the key of the group above; null at the top
     * @param name what people call it
     * @param leaderId who leads it; null if nobody is named
     * @param buildingIds whose arrears it collects
     */
    public record Group(
            String key,
            String level,
            @Nullable String above,
            String name,
            @Nullable String leaderId,
            List<String> buildingIds) {}

    /** What fits. */
    record Read(Head head, List<GroupRow> groups, List<CollectionGoal> goals) {}

    /** Reads a draft, or answers 400 with all that is wrong. */
    Read read(Caller caller, Draft draft) {
        Given given = new Given();
        Top top = draft.top();
        if (communities.find(caller.tenant(), top.communityId()).isEmpty()) {
            given.unknown("/community_id", top.communityId());
        }
        given.text("/name", top.name());
        GivenDays.require(given, top.from(), top.to());
        given.pastDay("/listed_on", top.listedOn(), times);
        List<GroupRow> groups = groups(caller, draft, given);
        List<CollectionGoal> goals =
                goals(draft.goals(), company.of(caller.tenant()).items(), given);
        given.end();
        Head head =
                new Head(
                        top.communityId(),
                        top.name(),
                        new DateRange(top.from(), top.to()),
                        top.listedOn());
        return new Read(head, groups.stream().sorted(TOP_DOWN).toList(), goals);
    }

    /** Reads a step, or answers 400. */
    CollectionPlanAction step(CollectionPlanDesk.Step step) {
        Given given = new Given();
        Optional<CollectionPlanAction> action =
                given.known("/action", step.action(), CollectionPlanAction.class);
        given.pastDay("/taken_on", step.on(), times);
        Optional.ofNullable(step.reason()).ifPresent(text -> given.text("/reason", text));
        given.end();
        return action.orElseThrow();
    }

    /** The day of a moment in a community that exists. */
    LocalDate dayOf(Caller caller, String communityId, Optional<OffsetDateTime> asOf) {
        Given given = new Given();
        asOf.ifPresent(at -> given.day("as_of", at.toLocalDate()));
        given.end();
        ZoneId zone =
                communities
                        .find(caller.tenant(), communityId)
                        .map(row -> row.community().zone())
                        .orElseThrow();
        return asOf.map(at -> LocalDate.ofInstant(at.toInstant(), zone))
                .orElseGet(() -> days.today(zone));
    }

    private List<GroupRow> groups(Caller caller, Draft draft, Given given) {
        List<Group> drafts = draft.groups();
        List<String> all = drafts.stream().flatMap(group -> group.buildingIds().stream()).toList();
        Set<String> free =
                new HashSet<>(
                        buildings.find(caller.tenant(), draft.top().communityId(), all).keySet());
        List<GroupRow> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Group group = drafts.get(i);
            String at = "/groups/" + i;
            given.text(at + "/name", group.name());
            String leader = group.leaderId();
            if (leader != null && staff.find(caller.tenant(), leader).isEmpty()) {
                given.unknown(at + "/leader_id", leader);
            }
            boolean last = drafts.stream().noneMatch(other -> group.key().equals(other.above()));
            requireBuildings(given, at + "/building_ids", group, last);
            for (int j = 0; j < group.buildingIds().size(); j++) {
                String building = group.buildingIds().get(j);
                if (!free.remove(building)) {
                    given.unknown(at + "/building_ids/" + j, building);
                }
            }
            given.known(at + "/level", group.level(), GroupLevel.class)
                    .ifPresent(level -> rows.add(row(group, level)));
        }
        return rows;
    }

    /** Who has others below collects through them; who has none, from buildings. */
    private static void requireBuildings(Given given, String pointer, Group group, boolean last) {
        if (last == group.buildingIds().isEmpty()) {
            String expected = last ? "a building at least" : "none, for others stand below";
            given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", expected);
        }
    }

    private static GroupRow row(Group draft, GroupLevel level) {
        String above = draft.above();
        CollectionGroup group =
                new CollectionGroup(
                        new CollectionGroupId(draft.key()),
                        level,
                        above == null ? null : new CollectionGroupId(above));
        return new GroupRow(group, draft.name(), draft.leaderId(), draft.buildingIds());
    }

    private static List<CollectionGoal> goals(
            List<Map.Entry<String, String>> drafts, List<FeeItem> items, Given given) {
        List<CollectionGoal> goals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            String item = drafts.get(i).getKey();
            String at = "/goals/" + i;
            if (given.feeItem(at + "/fee_item", item, items).isPresent() && !seen.add(item)) {
                given.unknown(at + "/fee_item", item);
            }
            Optional<Rational> rate =
                    given.decimal(
                            at + "/rate",
                            drafts.get(i).getValue(),
                            CollectionGoal::isRate,
                            "above 0, at most 1");
            rate.ifPresent(value -> goals.add(new CollectionGoal(new FeeItemId(item), value)));
        }
        return goals;
    }
}
