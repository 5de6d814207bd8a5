package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.share.ShareKey;
import dev.guanjia.money.Money;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.PoolStore.By;
import dev.guanjia.server.store.PoolStore.Cost;
import dev.guanjia.server.store.PoolStore.Entry;
import dev.guanjia.server.store.PoolStore.PoolRow;
import dev.guanjia.server.store.PoolStore.Sharers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Costs that units share. */
@Service
public class PoolDesk {

    private final CompanyFeeItems items;
    private final Clerk clerk;
    private final CommunityStore communities;
    private final BuildingStore buildings;
    private final PoolBook book;
    private final PoolUnits units;

    PoolDesk(
            CompanyFeeItems items,
            Clerk clerk,
            CommunityStore communities,
            BuildingStore buildings,
            PoolBook book,
            PoolUnits units) {
        this.items = items;
        this.clerk = clerk;
        this.communities = communities;
        this.buildings = buildings;
        this.book = book;
        this.units = units;
    }

    /**
     * Enters a pool.
     *
     * @param caller who asks
     * @param communityId where
     * @param draft the pool
     * @return the pool, not cut yet
     */
    public PoolRow create(Caller caller, String communityId, PoolDraft draft) {
        clerk.admit(caller, "create-pool", communityId);
        requireCommunity(caller, communityId);
        Given given = new Given();
        PoolUnits.Place place = new PoolUnits.Place(caller.tenant(), communityId);
        Optional<Cost> cost = cost(caller, given, draft);
        Optional<By> by = by(given, draft.by());
        building(given, place, draft);
        List<String> named = units.named(given, place, draft.units());
        Map<String, String> weights =
                units.weights(given, place, draft.units(), by.map(By::key).orElse(ShareKey.WEIGHT));
        given.end();
        PoolRow row =
                new PoolRow(
                        Ids.next("po"),
                        communityId,
                        cost.orElseThrow(),
                        new Sharers(draft.buildingId(), named),
                        by.orElseThrow(),
                        0,
                        new Entry(clerk.now(), 0));
        BookMoney.require(row.cost().amount());
        return stored(caller, row, weights);
    }

    private PoolRow stored(Caller caller, PoolRow row, @Nullable Map<String, String> weights) {
        book.pools().add(caller.tenant(), row);
        if (weights != null) {
            book.weights().weigh(caller.tenant(), row.id(), weights);
        }
        clerk.done(
                caller,
                "create-pool",
                row.id(),
                Map.of(
                        "item",
                        row.cost().item().value(),
                        "amount",
                        row.cost().amount().toString()));
        return row;
    }

    private void requireCommunity(Caller caller, String id) {
        if (communities.find(caller.tenant(), id).isEmpty()) {
            throw Fault.notFound(id);
        }
    }

    private Optional<Cost> cost(Caller caller, Given given, PoolDraft draft) {
        Optional<FeeItemId> item = items.shared(caller.tenant(), given, draft.feeItem());
        Optional<LocalDate> from = given.day("/service_from", draft.from());
        Optional<LocalDate> to = given.day("/service_to", draft.to());
        Amount asked = draft.amount();
        Optional<Money> amount =
                BookMoney.given(given, "/amount", asked.amount(), asked.currency());
        if (!draft.to().isAfter(draft.from())) {
            String expected = "after " + draft.from();
            return given.wrong("/service_to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        ServicePeriod period = new ServicePeriod(from.get(), to.get());
        return item.flatMap(id -> amount.map(money -> new Cost(id, period, money)));
    }

    private static Optional<By> by(Given given, PoolDraft.By draft) {
        Optional<ShareKey> key = given.known("/key", draft.key(), ShareKey.class);
        String asked = draft.meterKind();
        boolean measured = key.filter(known -> known == ShareKey.CONSUMPTION).isPresent();
        if (key.isPresent() && measured != (asked != null)) {
            String expected = measured ? "the kind of the meters" : "only for the key CONSUMPTION";
            return given.wrong("/meter_kind", FieldCode.WRONG_FORMAT, "expected", expected);
        }
        return asked == null
                ? key.map(known -> new By(known, null))
                : given.known("/meter_kind", asked, MeterKind.class)
                        .flatMap(kind -> key.map(known -> new By(known, kind)));
    }

    private void building(Given given, PoolUnits.Place place, PoolDraft draft) {
        String building = draft.buildingId();
        if (building == null) {
            return;
        }
        if (draft.units().ids() != null) {
            given.wrong("/unit_ids", FieldCode.OUT_OF_RANGE, "expected", "none beside a building");
        }
        if (buildings.find(place.tenant(), place.communityId(), List.of(building)).isEmpty()) {
            given.unknown("/building_id", building);
        }
    }

    /**
     * Reads a pool.
     *
     * @param caller who asks
     * @param id the pool id
     * @return the pool
     */
    public PoolRow get(Caller caller, String id) {
        return book.pools().find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists the pools of a community in the order in which they were entered.
     *
     * @param caller who asks
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<PoolRow> list(Caller caller, String communityId, PageRequest request) {
        requireCommunity(caller, communityId);
        return book.pools().list(caller.tenant(), communityId, request);
    }
}
