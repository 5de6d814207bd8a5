package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PayerNameStore.UnitName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was open of binding charges at the end of a day, and what was paid of them. */
@Repository
public class ArrearsStore {

    /** The charges of a community of which something is open, each with its payer. */
    private static final String OPEN =
            """
            select c.id, coalesce(c.work_order_id, c.late_with) as key_order,
                c.unit_id, c.fee_item, c.period_start, c.period_end,
                c.due_on, c.currency, c.amount_minor - coalesce(m.moved, 0) as open_minor,
                coalesce(c.payer, 'OWNER:' || u.owner_id) as payer, u.number as unit_number,
                b.id as building_id, b.name as building_name,
                coalesce(o.name, n.name) as payer_name
            from unit u
            join building b on b.tenant = u.tenant and b.id = u.building_id
            join charge c on c.tenant = u.tenant and c.unit_id = u.id
            left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
            left join owner o on o.tenant = u.tenant
                and o.id = case when c.payer is null then u.owner_id
                    when c.payer like 'OWNER:%' then substr(c.payer, 7) end
            left join occupant n on n.tenant = c.tenant
                and n.id = case when c.payer like 'OCCUPANT:%' then substr(c.payer, 10) end
            left join lateral (
                select sum(amount_minor) as moved from charge_movement
                where tenant = c.tenant and charge_id = c.id and on_day <= :day) m on true
            where u.tenant = :tenant and u.community_id = :community and c.currency = :currency
                and binds_on(c, r) <= :day
                and c.amount_minor > coalesce(m.moved, 0)
            """;

    /**
     * Unit by unit in the order of the list, until the page is full: what comes after it is not
     * looked at. The offsets keep the parts from being joined in another order.
     */
    private static final String PAGE =
            """
            with debtor as materialized (
                select place.id as unit, d.payer from unit place cross join lateral (
                    select distinct payer from (
            """
                    + OPEN
                    + """
                     and u.id = place.id offset 0) open) d
                where place.tenant = :tenant and place.community_id = :community
                    and place.id >= :unit and (place.id, d.payer) > (:unit, :payer)
                order by place.id, d.payer limit :fetch)
            select open.* from debtor cross join lateral (
            """
                    + OPEN
                    + """
                     and u.id = debtor.unit offset 0) open
                    where open.payer = debtor.payer
                    order by open.unit_id, open.payer, due_on, fee_item, open.id
                    """;

    private static final String OF_PAYERS =
            "select * from ("
                    + OPEN
                    + ") open where payer = any(cast(:payers as text[])) order by unit_id, due_on, id";
    private static final String PAID =
            """
            select coalesce(c.payer, 'OWNER:' || u.owner_id) as payer, m.on_day, c.currency,
                sum(m.amount_minor) as paid_minor
            from unit u
            join charge c on c.tenant = u.tenant and c.unit_id = u.id
            join charge_movement m on m.tenant = c.tenant and m.charge_id = c.id
            where u.tenant = :tenant and u.community_id = :community and c.currency = :currency
                and m.kind in ('ALLOCATION', 'ALLOCATION_REVERSED', 'PREPAYMENT_USED')
                and coalesce(c.payer, 'OWNER:' || u.owner_id) = any(cast(:payers as text[]))
            group by 1, 2, 3 order by 1, 2
            """;

    private final JdbcClient db;

    ArrearsStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which arrears are meant.
     *
     * @param community of which community
     * @param day at the end of which day
     * @param currency in which currency
     */
    public record Place(String community, LocalDate day, Currency currency) {}

    /**
     * What is open of a charge.
     *
     * @param id which charge
     * @param key what it is for
     * @param dueOn the last day that is not late
     * @param open how much, more than zero
     * @param debtor who owes it
     */
    public record OpenRow(ChargeId id, ChargeKey key, LocalDate dueOn, Money open, Debtor debtor) {}

    /**
     * Who owes something of a unit.
     *
     * @param unit which unit
     * @param payer who
     * @param name of the owner or occupant; null where nobody knows it
     */
    public record Debtor(UnitName unit, Payer payer, @Nullable String name) {}

    /**
     * What came in of a payer on a day.
     *
     * @param payer who
     * @param day when
     * @param amount how much; below zero if it was taken back
     */
    public record PaidRow(Payer payer, LocalDate day, Money amount) {}

    /**
     * Reads all that is open in a community.
     *
     * @param tenant the company
     * @param place where and when
     * @return in any order
     */
    public List<OpenRow> all(String tenant, Place place) {
        return at(OPEN, tenant, place).query(ArrearsStore::row).list();
    }

    /**
     * Reads what some units and payers owe.
     *
     * @param tenant the company
     * @param place where and when
     * @param request which page of units and payers
     * @return all that is open of one more unit and payer than the page has, by unit and payer
     */
    public List<OpenRow> page(String tenant, Place place, PageRequest request) {
        List<String> after = request.afterParts(List.of("", ""));
        return at(PAGE, tenant, place)
                .param("unit", after.get(0))
                .param("payer", after.get(1))
                .param("fetch", request.fetch())
                .query(ArrearsStore::row)
                .list();
    }

    /**
     * Reads what some payers owe.
     *
     * @param tenant the company
     * @param place where and when
     * @param payers who
     * @return in any order
     */
    public List<OpenRow> of(String tenant, Place place, Collection<Payer> payers) {
        return at(OF_PAYERS, tenant, place)
                .param("payers", Sql.array(payers, Payer::toString))
                .query(ArrearsStore::row)
                .list();
    }

    /**
     * Reads what came in for the charges of some payers.
     *
     * @param tenant the company
     * @param place of which community; whatever the day
     * @param payers who
     * @return one sum per payer and day, by payer and day
     */
    public List<PaidRow> paid(String tenant, Place place, Collection<Payer> payers) {
        return db.sql(PAID)
                .param("tenant", tenant)
                .param("community", place.community())
                .param("currency", place.currency().getCurrencyCode())
                .param("payers", Sql.array(payers, Payer::toString))
                .query(
                        (row, index) ->
                                new PaidRow(
                                        Payer.parse(row.getString("payer")),
                                        row.getObject("on_day", LocalDate.class),
                                        ChargeStore.money(row, "paid_minor")))
                .list();
    }

    private JdbcClient.StatementSpec at(String sql, String tenant, Place place) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", place.community())
                .param("day", place.day())
                .param("currency", place.currency().getCurrencyCode());
    }

    private static OpenRow row(ResultSet row, int index) throws SQLException {
        return new OpenRow(
                new ChargeId(row.getString("id")),
                ChargeStore.key(row),
                row.getObject("due_on", LocalDate.class),
                ChargeStore.money(row, "open_minor"),
                new Debtor(
                        new UnitName(
                                row.getString("unit_id"),
                                row.getString("unit_number"),
                                row.getString("building_id"),
                                row.getString("building_name")),
                        Payer.parse(row.getString("payer")),
                        row.getString("payer_name")));
    }
}
