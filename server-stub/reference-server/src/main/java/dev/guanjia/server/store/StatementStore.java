package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that ever changed what is owed, charge by charge, and how much of what was due came in. */
@Repository
public class StatementStore {

    /** Charges that bind, with the day from which on they do. */
    private static final String BINDING =
            """
            with binding as (
                select c.tenant, c.id, c.unit_id, c.fee_item, c.amount_minor, c.currency,
                    binds_on(c, r) as entered_on
                from charge c
                join unit u on u.tenant = c.tenant and u.id = c.unit_id
                left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
                where c.tenant = :tenant and c.currency = :currency
                    and binds_on(c, r) is not null
            """;

    private static final String OF_UNIT = " and c.unit_id = :unit";

    /** Who is charged for a unit has owned it, or has agreed to pay for it. */
    private static final String OF_PAYER =
            """
             and coalesce(c.payer, 'OWNER:' || u.owner_id) = :payer and c.unit_id in (
                select unit_id from unit_fact
                where tenant = :tenant and owner_id is not null and 'OWNER:' || owner_id = :payer
                union
                select unit_id from payer_term
                where tenant = :tenant
                    and coalesce('OWNER:' || owner_id, 'OCCUPANT:' || occupant_id) = :payer)
            """;

    private static final String EVENTS =
            """
            )
            select b.id, b.unit_id, b.fee_item, b.currency, b.entered_on as day,
                null as kind, b.id as source_id, b.amount_minor as amount_minor
            from binding b where b.entered_on <= :until
            union all
            select b.id, b.unit_id, b.fee_item, b.currency, greatest(m.on_day, b.entered_on),
                m.kind, m.source_id, m.amount_minor
            from binding b join charge_movement m on m.tenant = b.tenant and m.charge_id = b.id
            where greatest(m.on_day, b.entered_on) <= :until
            """;
    private static final String RATES =
            """
            select fee_item, currency, sum(due) as due_minor,
                sum(greatest(least(paid, due), 0)) as paid_minor
            from (
                select c.fee_item, c.currency, c.amount_minor - coalesce(m.lowered, 0) as due,
                    coalesce(m.paid, 0) as paid
                from unit u
                join charge c on c.tenant = u.tenant and c.unit_id = u.id
                left join bill_run r on r.tenant = c.tenant and r.id = c.bill_run_id
                left join lateral (
                    select
                        sum(amount_minor) filter (where on_day <= :until
                            and kind in ('WAIVER', 'REFUND', 'CHARGE_REVERSED')) as lowered,
                        sum(amount_minor) filter (where on_day between :from and :until
                            and kind in ('ALLOCATION', 'ALLOCATION_REVERSED',
                                'PREPAYMENT_USED')) as paid
                    from charge_movement where tenant = c.tenant and charge_id = c.id) m on true
                where u.tenant = :tenant and u.community_id = :community
                    and c.currency = :currency and c.period_start between :from and :until
                    and binds_on(c, r) <= :until) charged
            group by fee_item, currency order by fee_item
            """;

    private final JdbcClient db;

    StatementStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whose account is meant.
     *
     * @param unit of a unit only
     * @param payer of a payer only
     */
    public record Account(Optional<UnitId> unit, Optional<Payer> payer) {

        private String sql() {
            return (unit.isPresent() ? OF_UNIT : "") + (payer.isPresent() ? OF_PAYER : "");
        }
    }

    /**
     * What happened to a charge.
     *
     * @param charge which one
     * @param unit of which unit
     * @param item for what
     * @param day when; not before the day from which on the charge binds
     * @param kind what; null where the charge was entered
     * @param sourceId what it comes from
     * @param amount the charge, or what lowers what is open of it; below zero where it raises it
     */
    public record EventRow(
            ChargeId charge,
            UnitId unit,
            FeeItemId item,
            LocalDate day,
            ChargeMovement.@Nullable Kind kind,
            String sourceId,
            Money amount) {}

    /**
     * How much of a fee item came in.
     *
     * @param item which
     * @param due what was due, zero or more
     * @param paid what of it came in
     */
    public record RateRow(FeeItemId item, Money due, Money paid) {}

    /**
     * Reads what happened to an account.
     *
     * @param tenant the company
     * @param account whose
     * @param currency in which currency
     * @param until the last day that counts
     * @return in any order
     */
    public List<EventRow> events(
            String tenant, Account account, Currency currency, LocalDate until) {
        JdbcClient.StatementSpec query =
                db.sql(BINDING + account.sql() + EVENTS)
                        .param("tenant", tenant)
                        .param("currency", currency.getCurrencyCode())
                        .param("until", until);
        account.unit().ifPresent(unit -> query.param("unit", unit.value()));
        account.payer().ifPresent(payer -> query.param("payer", payer.toString()));
        return query.query(StatementStore::event).list();
    }

    /**
     * Reads how much came in of the charges whose service begins on some days.
     *
     * @param tenant the company
     * @param place the community, the last day, the currency
     * @param from the first day
     * @return one per fee item, by fee item
     */
    public List<RateRow> rates(String tenant, ArrearsStore.Place place, LocalDate from) {
        return db.sql(RATES)
                .param("tenant", tenant)
                .param("community", place.community())
                .param("currency", place.currency().getCurrencyCode())
                .param("from", from)
                .param("until", place.day())
                .query(
                        (row, index) ->
                                new RateRow(
                                        new FeeItemId(row.getString("fee_item")),
                                        ChargeStore.money(row, "due_minor"),
                                        ChargeStore.money(row, "paid_minor")))
                .list();
    }

    private static EventRow event(ResultSet row, int index) throws SQLException {
        String kind = row.getString("kind");
        return new EventRow(
                new ChargeId(row.getString("id")),
                new UnitId(row.getString("unit_id")),
                new FeeItemId(row.getString("fee_item")),
                row.getObject("day", LocalDate.class),
                kind == null ? null : ChargeMovement.Kind.valueOf(kind),
                row.getString("source_id"),
                ChargeStore.money(row, "amount_minor"));
    }
}
