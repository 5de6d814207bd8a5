package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.Particulars.PoolShare;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.share.PoolId;
import dev.guanjia.billing.share.Share;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PoolStore.PoolRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code pool_share}. */
@Repository
public class ShareStore {

    private static final String INSERT =
            """
            insert into pool_share (tenant, pool_id, number, unit_id, unit_key, key_total, leftover,
                amount_minor, before_minor, currency)
            select :tenant, :pool, :number, s.unit, s.unit_key, s.total, s.leftover, s.amount,
                s.before, :currency
            from unnest(cast(:units as text[]), cast(:keys as text[]), cast(:totals as text[]),
                cast(:leftovers as boolean[]), cast(:amounts as bigint[]),
                cast(:befores as bigint[]))
                s (unit, unit_key, total, leftover, amount, before)
            """;
    private static final String SELECT =
            """
            select s.unit_id, s.unit_key, s.key_total, s.leftover, s.amount_minor, s.before_minor,
                s.currency
            from pool_share s join pool p on p.tenant = s.tenant and p.id = s.pool_id
                and p.apportionments = s.number
            where s.tenant = :tenant and s.pool_id = :pool
            """;
    private static final String OF_UNITS =
            """
            select s.unit_id, s.unit_key, s.key_total, s.leftover, p.id, p.fee_item,
                p.period_start, p.period_end, p.amount_minor, p.currency
            from pool_share s join pool p on p.tenant = s.tenant and p.id = s.pool_id
                and p.apportionments = s.number
            where s.tenant = :tenant and s.unit_id = any(cast(:units as text[]))
                and s.unit_key is not null and p.period_end > :start and p.period_end <= :end
                and p.amount_minor > 0
            order by s.unit_id, p.period_start, p.id
            """;
    private static final String CHARGED =
            """
            select c.unit_id, min(c.id) as id
            from unit u join charge c on c.tenant = u.tenant and c.unit_id = u.id
            where u.tenant = :tenant and u.community_id = :community and c.fee_item = :item
                and c.period_start < :end and c.period_end > :start
                and
            """
                    + Sql.STANDS
                    + """
            group by c.unit_id
            """;

    private final JdbcClient db;

    ShareStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a unit bears by the latest apportionment.
     *
     * @param unit the unit
     * @param share the share; null where it bears nothing any longer
     * @param amount what it bears
     * @param before what it bore by the apportionment before
     */
    public record ShareRow(UnitId unit, @Nullable Share share, Money amount, Money before) {}

    /**
     * Adds the shares of an apportionment.
     *
     * @param tenant the company
     * @param pool the pool
     * @param number the how-manieth it is
     * @param rows one per unit that shares or shared
     */
    public void add(String tenant, PoolRow pool, int number, List<ShareRow> rows) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("pool", pool.id())
                .param("number", number)
                .param("currency", pool.cost().amount().currency().getCurrencyCode())
                .param("units", Sql.array(rows, row -> row.unit().value()))
                .param(
                        "keys",
                        Sql.array(rows, row -> share(row).map(s -> text(s.key())).orElse(null)))
                .param(
                        "totals",
                        Sql.array(rows, row -> share(row).map(s -> text(s.total())).orElse(null)))
                .param(
                        "leftovers",
                        rows.stream()
                                .map(row -> share(row).map(Share::hasLeftover).orElse(false))
                                .toArray(Boolean[]::new))
                .param("amounts", minor(rows.stream().map(ShareRow::amount).toList()))
                .param("befores", minor(rows.stream().map(ShareRow::before).toList()))
                .update();
    }

    private static Optional<Share> share(ShareRow row) {
        return Optional.ofNullable(row.share());
    }

    private static String text(Rational number) {
        return number.toString();
    }

    private static Long[] minor(List<Money> amounts) {
        return amounts.stream().map(Money::minorUnits).toArray(Long[]::new);
    }

    /**
     * Reads the shares of the latest apportionment.
     *
     * @param tenant the company
     * @param pool the pool
     * @return by unit
     */
    public List<ShareRow> latest(String tenant, PoolRow pool) {
        return db.sql(SELECT + " order by s.unit_id")
                .param("tenant", tenant)
                .param("pool", pool.id())
                .query((row, index) -> row(row, pool))
                .list();
    }

    /**
     * Lists the shares of the latest apportionment by unit.
     *
     * @param tenant the company
     * @param pool the pool
     * @param request which page
     * @return the page
     */
    public Page<ShareRow> list(String tenant, PoolRow pool, PageRequest request) {
        return Page.of(
                db.sql(SELECT + " and s.unit_id > :after order by s.unit_id limit :fetch")
                        .param("tenant", tenant)
                        .param("pool", pool.id())
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query((row, index) -> row(row, pool))
                        .list(),
                request,
                row -> row.unit().value());
    }

    /**
     * Reads what units bear of the pools whose last day lies in a month; a pool of nothing, as one
     * that was entered by mistake, is borne by nobody.
     *
     * @param tenant the company
     * @param unitIds the units
     * @param month the month
     * @return by unit; units without a share are left out
     */
    public Map<UnitId, List<PoolShare>> ofUnits(
            String tenant, Collection<String> unitIds, ServicePeriod month) {
        Map<UnitId, List<PoolShare>> shares = new HashMap<>();
        db.sql(OF_UNITS)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .param("start", month.start())
                .param("end", month.end())
                .query(
                        row -> {
                            Share share = share(row, ChargeStore.money(row, "amount_minor"));
                            shares.computeIfAbsent(share.unit(), unit -> new ArrayList<>())
                                    .add(poolShare(row, share));
                        });
        return shares;
    }

    private static PoolShare poolShare(ResultSet row, Share share) throws SQLException {
        return new PoolShare(
                new FeeItemId(row.getString("fee_item")),
                new ServicePeriod(
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class)),
                share.quantity(new PoolId(row.getString("id"))));
    }

    /**
     * Which charges stand for the fee item and days of a pool, binding or not.
     *
     * @param tenant the company
     * @param pool the pool
     * @return by unit, the first of them
     */
    public Map<UnitId, ChargeId> charged(String tenant, PoolRow pool) {
        Map<UnitId, ChargeId> charges = new HashMap<>();
        db.sql(CHARGED)
                .param("tenant", tenant)
                .param("community", pool.communityId())
                .param("item", pool.cost().item().value())
                .param("start", pool.cost().period().start())
                .param("end", pool.cost().period().end())
                .query(
                        row -> {
                            charges.put(
                                    new UnitId(row.getString("unit_id")),
                                    new ChargeId(row.getString("id")));
                        });
        return charges;
    }

    private static ShareRow row(ResultSet row, PoolRow pool) throws SQLException {
        boolean bears = row.getString("unit_key") != null;
        return new ShareRow(
                new UnitId(row.getString("unit_id")),
                bears ? share(row, pool.cost().amount()) : null,
                ChargeStore.money(row, "amount_minor"),
                ChargeStore.money(row, "before_minor"));
    }

    private static Share share(ResultSet row, Money whole) throws SQLException {
        return new Share(
                new UnitId(row.getString("unit_id")),
                whole,
                Rational.parseFraction(row.getString("unit_key")),
                Rational.parseFraction(row.getString("key_total")),
                row.getBoolean("leftover"));
    }
}
