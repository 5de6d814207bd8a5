package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.share.ShareKey;
import dev.guanjia.money.Money;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code pool}. */
@Repository
public class PoolStore {

    private static final String INSERT =
            """
            insert into pool (tenant, id, community_id, building_id, unit_ids, fee_item,
                period_start, period_end, amount_minor, currency, share_key, meter_kind,
                recorded_at)
            values (:tenant, :id, :community, :building, cast(:units as text[]), :item, :start,
                :end, :amount, :currency, :key, :kind, :recorded)
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, building_id, unit_ids, fee_item, period_start,
                period_end, amount_minor, currency, share_key, meter_kind, apportionments,
                recorded_at
            from pool where tenant = :tenant
            """;
    private static final String LIST =
            SELECT + " and community_id = :community and seq > :after order by seq limit :fetch";
    private static final String OTHERS =
            SELECT
                    + """
                     and community_id = :community and fee_item = :item and id <> :id
                     and period_start < :end and period_end > :start and apportionments > 0
                    """;
    private static final String SHARING =
            """
            select id from unit
            where tenant = :tenant and community_id = :community
                and (cast(:building as text) is null or building_id = :building)
            """;
    private static final String CUT =
            """
            update pool set apportionments = :number, unit_ids = cast(:units as text[]),
                amount_minor = :amount
            where tenant = :tenant and id = :id
            """;
    private final JdbcClient db;

    PoolStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A pool.
     *
     * @param id its name
     * @param communityId where
     * @param cost what is shared
     * @param sharers by whom
     * @param by by which key
     * @param apportionments how often it was cut
     * @param entry when it was entered
     */
    public record PoolRow(
            String id,
            String communityId,
            Cost cost,
            Sharers sharers,
            By by,
            int apportionments,
            Entry entry) {

        /**
         * The pool with another amount.
         *
         * @param amount how much is shared
         * @return the pool
         */
        public PoolRow with(Money amount) {
            Cost right = new Cost(cost.item(), cost.period(), amount);
            return new PoolRow(id, communityId, right, sharers, by, apportionments, entry);
        }
    }

    /**
     * What is shared.
     *
     * @param item the fee item
     * @param period the days
     * @param amount how much
     */
    public record Cost(FeeItemId item, ServicePeriod period, Money amount) {}

    /**
     * Who shares: a building, or units, or where both are null the community.
     *
     * @param buildingId the building
     * @param unitIds the units
     */
    public record Sharers(@Nullable String buildingId, @Nullable List<String> unitIds) {}

    /**
     * By what it is cut.
     *
     * @param key the kind of key
     * @param kind whose consumption counts; null for other keys
     */
    public record By(ShareKey key, @Nullable MeterKind kind) {}

    /**
     * When a pool was entered.
     *
     * @param recordedAt the moment
     * @param seq grows with every pool
     */
    public record Entry(Instant recordedAt, long seq) {}

    /**
     * Adds a pool.
     *
     * @param tenant the company
     * @param row a pool that was never cut
     */
    public void add(String tenant, PoolRow row) {
        Cost cost = row.cost();
        MeterKind kind = row.by().kind();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("community", row.communityId())
                .param("building", row.sharers().buildingId())
                .param("units", array(row.sharers().unitIds()))
                .param("item", cost.item().value())
                .param("start", cost.period().start())
                .param("end", cost.period().end())
                .param("amount", cost.amount().minorUnits())
                .param("currency", cost.amount().currency().getCurrencyCode())
                .param("key", row.by().key().name())
                .param("kind", kind == null ? null : kind.name())
                .param("recorded", Sql.at(row.entry().recordedAt()))
                .update();
    }

    private static @Nullable String @Nullable [] array(@Nullable List<String> ids) {
        return ids == null ? null : Sql.array(ids, id -> id);
    }

    /**
     * Reads a pool.
     *
     * @param tenant the company
     * @param id the pool id
     * @return empty if there is none
     */
    public Optional<PoolRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(PoolStore::row)
                .optional();
    }

    /**
     * Lists the pools of a community in the order in which they were entered.
     *
     * @param tenant the company
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<PoolRow> list(String tenant, String communityId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(PoolStore::row)
                        .list(),
                request,
                row -> Long.toString(row.entry().seq()));
    }

    /**
     * Other pools that were cut, of the same fee item and community, for days of this one.
     *
     * @param tenant the company
     * @param row the pool
     * @return the others
     */
    public List<PoolRow> others(String tenant, PoolRow row) {
        return db.sql(OTHERS)
                .param("tenant", tenant)
                .param("community", row.communityId())
                .param("item", row.cost().item().value())
                .param("id", row.id())
                .param("start", row.cost().period().start())
                .param("end", row.cost().period().end())
                .query(PoolStore::row)
                .list();
    }

    /**
     * Who shares a pool now.
     *
     * @param tenant the company
     * @param communityId the community
     * @param sharers as the pool says
     * @return the unit ids
     */
    public List<String> sharing(String tenant, String communityId, Sharers sharers) {
        List<String> named = sharers.unitIds();
        return named != null
                ? named
                : db.sql(SHARING)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("building", sharers.buildingId())
                        .query(String.class)
                        .list();
    }

    /**
     * Takes note that a pool was cut.
     *
     * @param tenant the company
     * @param row the pool
     * @param number the how-manieth time
     * @param unitIds who is named to share; null where nobody is
     */
    public void cut(String tenant, PoolRow row, int number, @Nullable List<String> unitIds) {
        db.sql(CUT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("number", number)
                .param("units", array(unitIds))
                .param("amount", row.cost().amount().minorUnits())
                .update();
    }

    private static PoolRow row(ResultSet row, int index) throws SQLException {
        String kind = row.getString("meter_kind");
        return new PoolRow(
                row.getString("id"),
                row.getString("community_id"),
                new Cost(
                        new FeeItemId(row.getString("fee_item")),
                        new ServicePeriod(
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class)),
                        ChargeStore.money(row, "amount_minor")),
                new Sharers(
                        row.getString("building_id"),
                        row.getArray("unit_ids") == null ? null : Sql.texts(row, "unit_ids")),
                new By(
                        ShareKey.valueOf(row.getString("share_key")),
                        kind == null ? null : MeterKind.valueOf(kind)),
                row.getInt("apportionments"),
                new Entry(Sql.instant(row, "recorded_at"), row.getLong("seq")));
    }
}
