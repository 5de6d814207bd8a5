package dev.guanjia.server.application;

import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.FormulaFactStore;
import dev.guanjia.server.store.FormulaFactStore.Days;
import dev.guanjia.server.store.FormulaFactStore.FactRow;
import dev.guanjia.server.store.FormulaFactStore.Named;
import dev.guanjia.server.store.FormulaFactStore.Place;
import dev.guanjia.server.store.UnitStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the names of fee formulas stand for. */
@Service
public class FormulaFactDesk {

    private final Clerk clerk;
    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final UnitStore units;
    private final FormulaFactStore facts;

    FormulaFactDesk(
            Clerk clerk,
            CommunityStore communities,
            BuildingStore buildings,
            UnitStore units,
            FormulaFactStore facts) {
        this.clerk = clerk;
        this.communities = communities;
        this.buildings = buildings;
        this.units = units;
        this.facts = facts;
    }

    /**
     * A fact as it was given.
     *
     * @param place for what
     * @param name what stands for how much
     * @param days when
     * @param source who says so
     */
    public record Draft(Place place, Named name, Days days, String source) {}

    /**
     * States a fact.
     *
     * @param caller who asks
     * @param draft the fact
     * @return the fact
     */
    public FactRow create(Caller caller, Draft draft) {
        String community = draft.place().communityId();
        clerk.admit(caller, "create-formula-fact", community);
        requireCommunity(caller, community);
        Given given = new Given();
        if (!FeeNames.standard().stated().contains(draft.name().name())) {
            given.unknown("/name", draft.name().name());
        }
        place(caller, given, draft.place());
        days(given, draft.days());
        given.text("/source", draft.source());
        given.end();
        FactRow row =
                new FactRow(
                        Ids.next("ff"),
                        0,
                        draft.place(),
                        draft.name(),
                        draft.days(),
                        draft.source(),
                        clerk.now());
        facts.add(caller.tenant(), row);
        clerk.done(
                caller,
                "create-formula-fact",
                row.id(),
                Map.of("name", row.name().name(), "value", row.name().value()));
        return row;
    }

    private void requireCommunity(Caller caller, String id) {
        if (communities.find(caller.tenant(), id).isEmpty()) {
            throw Fault.notFound(id);
        }
    }

    private void place(Caller caller, Given given, Place place) {
        String building = place.buildingId();
        String unit = place.unitId();
        if (building != null && unit != null) {
            given.wrong("/unit_id", FieldCode.OUT_OF_RANGE, "expected", "none beside a building");
        }
        if (building != null
                && buildings
                        .find(caller.tenant(), place.communityId(), List.of(building))
                        .isEmpty()) {
            given.unknown("/building_id", building);
        }
        if (unit != null
                && units.find(caller.tenant(), unit)
                        .filter(row -> row.communityId().equals(place.communityId()))
                        .isEmpty()) {
            given.unknown("/unit_id", unit);
        }
    }

    private static void days(Given given, Days days) {
        given.day("/from", days.from());
        if (days.to() == null) {
            return;
        }
        given.day("/to", days.to());
        if (!days.to().isAfter(days.from())) {
            String expected = "after " + days.from();
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
    }

    /**
     * Lists what was stated in a community.
     *
     * @param caller who asks
     * @param communityId the community
     * @param request which page
     * @return in the order in which it was stated
     */
    public Page<FactRow> list(Caller caller, String communityId, PageRequest request) {
        requireCommunity(caller, communityId);
        return facts.list(caller.tenant(), communityId, request);
    }
}
