package dev.guanjia.server.application;

import dev.guanjia.billing.share.Apportionment;
import dev.guanjia.billing.share.Pool;
import dev.guanjia.billing.share.PoolId;
import dev.guanjia.billing.share.Share;
import dev.guanjia.billing.share.ShareBook;
import dev.guanjia.billing.share.ShareRefusal;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PoolDraft.Units;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.PoolStore;
import dev.guanjia.server.store.PoolStore.PoolRow;
import dev.guanjia.server.store.PoolStore.Sharers;
import dev.guanjia.server.store.PoolWeightStore;
import dev.guanjia.server.store.ShareStore;
import dev.guanjia.server.store.ShareStore.ShareRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cuts pools among their units. */
@Service
public class ApportionmentDesk {

    private final Clerk clerk;
    private final BillingLocks locks;
    private final PoolDesk desk;
    private final PoolStore pools;
    private final PoolWeightStore weights;
    private final ShareStore shares;
    private final PoolUnits units;
    private final PoolKeys keys;

    ApportionmentDesk(
            Clerk clerk, BillingLocks locks, PoolDesk desk, PoolBook book, PoolUnits units) {
        this.clerk = clerk;
        this.locks = locks;
        this.desk = desk;
        this.pools = book.pools();
        this.weights = book.weights();
        this.shares = book.shares();
        this.units = units;
        this.keys = book.keys();
    }

    /**
     * What cutting a pool came to.
     *
     * @param pool the pool
     * @param number the how-manieth time
     * @param apportionment the shares
     * @param changed how many units bear another share than before
     */
    public record Cut(PoolRow pool, int number, Apportionment apportionment, int changed) {}

    /**
     * Cuts a pool, or cuts it again.
     *
     * @param caller who asks
     * @param poolId the pool
     * @param named units and weights that replace those given before
     * @param right what it really comes to, nothing where it was entered by mistake; null where the
     *     amount stays
     * @return what it came to
     */
    public Cut apportion(Caller caller, String poolId, Units named, @Nullable Amount right) {
        clerk.admit(caller, "apportion-pool", poolId);
        locks.community(caller.tenant(), desk.get(caller, poolId).communityId());
        PoolRow entered = desk.get(caller, poolId);
        PoolRow row = corrected(entered, right);
        List<String> listed = read(caller, row, named);
        Sharers sharers = new Sharers(row.sharers().buildingId(), listed);
        List<String> sharing = pools.sharing(caller.tenant(), row.communityId(), sharers);
        Apportionment cut =
                Refused.unlessAccepted(
                        Apportionment.of(
                                pool(row, sharing), keys.of(caller.tenant(), row, sharing)),
                        ApportionmentDesk::field);
        List<ShareRow> before = shares.latest(caller.tenant(), entered);
        ShareBook.Step step = Refused.unlessAccepted(book(caller, entered, before).enter(cut));
        Refused.unlessAccepted(
                step.unlessCharged(new PoolId(poolId), shares.charged(caller.tenant(), row)));
        int number = row.apportionments() + 1;
        shares.add(caller.tenant(), row, number, rows(cut, before));
        pools.cut(caller.tenant(), row, number, listed);
        int changed = step.changes().size();
        clerk.done(
                caller,
                "apportion-pool",
                poolId,
                Map.of(
                        "number",
                        String.valueOf(number),
                        "amount",
                        row.cost().amount().toString(),
                        "changed",
                        String.valueOf(changed)));
        return new Cut(row, number, cut, changed);
    }

    private static PoolRow corrected(PoolRow row, @Nullable Amount right) {
        if (right == null) {
            return row;
        }
        Given given = new Given();
        Optional<Money> amount =
                BookMoney.given(given, "/amount", right.amount(), right.currency());
        given.end();
        BookMoney.require(amount.orElseThrow());
        return row.with(amount.get());
    }

    /** Who is named to share from now on; weights are kept at once. */
    private @Nullable List<String> read(Caller caller, PoolRow row, Units named) {
        Given given = new Given();
        PoolUnits.Place place = new PoolUnits.Place(caller.tenant(), row.communityId());
        List<String> listed = units.named(given, place, named);
        if (listed != null && row.sharers().unitIds() == null) {
            given.wrong(
                    "/unit_ids",
                    FieldCode.OUT_OF_RANGE,
                    "expected",
                    "only for a pool of named units");
        }
        Map<String, String> weighed = units.weights(given, place, named, row.by().key());
        given.end();
        if (weighed != null) {
            weights.weigh(caller.tenant(), row.id(), weighed);
        }
        return listed == null ? row.sharers().unitIds() : listed;
    }

    private static @Nullable String field(Refusal reason) {
        return reason.code() == ShareRefusal.KEY_OUTSIDE ? "/weights" : null;
    }

    private static Pool pool(PoolRow row, Collection<String> units) {
        return new Pool(
                new PoolId(row.id()),
                row.cost().item(),
                row.cost().period(),
                row.cost().amount(),
                new TreeSet<>(units.stream().map(UnitId::new).toList()));
    }

    /** The apportionment that stands, and those of other pools that could meet it. */
    private ShareBook book(Caller caller, PoolRow row, List<ShareRow> before) {
        SortedMap<PoolId, Apportionment> standing = new TreeMap<>();
        if (!before.isEmpty()) {
            standing.put(new PoolId(row.id()), standing(row, before));
        }
        for (PoolRow other : pools.others(caller.tenant(), row)) {
            List<ShareRow> latest = shares.latest(caller.tenant(), other);
            standing.put(new PoolId(other.id()), standing(other, latest));
        }
        return new ShareBook(standing);
    }

    private static Apportionment standing(PoolRow row, List<ShareRow> latest) {
        List<Share> held = latest.stream().map(ShareRow::share).filter(Objects::nonNull).toList();
        List<String> units = held.stream().map(share -> share.unit().value()).toList();
        return new Apportionment(pool(row, units), row.by().key(), held);
    }

    private static List<ShareRow> rows(Apportionment cut, List<ShareRow> before) {
        Money nothing = Money.zero(cut.pool().amount().currency());
        SortedMap<UnitId, Money> left = new TreeMap<>();
        before.stream()
                .filter(row -> row.share() != null)
                .forEach(row -> left.put(row.unit(), row.amount()));
        List<ShareRow> rows = new ArrayList<>();
        for (Share share : cut.shares()) {
            Money earlier = left.remove(share.unit());
            rows.add(
                    new ShareRow(
                            share.unit(),
                            share,
                            share.amount(),
                            earlier == null ? nothing : earlier));
        }
        left.forEach((unit, amount) -> rows.add(new ShareRow(unit, null, nothing, amount)));
        return rows;
    }

    /**
     * Lists the shares of the latest apportionment by unit.
     *
     * @param caller who asks
     * @param poolId the pool
     * @param request which page
     * @return the page; empty where it was not cut yet
     */
    public Page<ShareRow> shares(Caller caller, String poolId, PageRequest request) {
        return shares.list(caller.tenant(), desk.get(caller, poolId), request);
    }
}
