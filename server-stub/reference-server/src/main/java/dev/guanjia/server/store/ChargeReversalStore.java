package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code charge_reversal}, and the charges that replace what was reversed. */
@Repository
public class ChargeReversalStore {

    private static final String REVERSE =
            """
            insert into charge_reversal (tenant, charge_id, reason, reversed_on, recorded_at,
                reversed_by, acting_post, authority_version)
            values (:tenant, :charge, :reason, :day, :at, :by, :post, :authority)
            """;
    private static final String REPLACE =
            """
            insert into charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, payer, amount_minor, tax_minor, currency, due_on, trace, entered_on,
                replaces, generation)
            select old.tenant, :id, old.bill_run_id, old.unit_id, old.fee_item, :start,
                :end, :payer, :amount, :tax, :currency, :due, cast(:trace as jsonb), :day, old.id,
                1 + (select coalesce(max(c.generation), old.generation) from charge c
                    where c.tenant = old.tenant and c.unit_id = old.unit_id
                        and c.fee_item = old.fee_item and c.period_start = :start
                        and c.work_order_id is null and c.late_with is null)
            from charge old where old.tenant = :tenant and old.id = :replaces
            """;

    /** Charge by charge: they are few, and a database that has not counted them reads them all. */
    private static final String GENERATIONS =
            """
            select c.unit_id, c.fee_item, c.period_start, max(c.generation) + 1 as next
            from charge_reversal v cross join lateral (
                select c.unit_id, c.fee_item, c.period_start, c.generation from charge c
                join unit u on u.tenant = c.tenant and u.id = c.unit_id
                join bill_run r on r.tenant = u.tenant and r.community_id = u.community_id
                where c.tenant = v.tenant and c.id = v.charge_id and r.id = :run
                    and c.work_order_id is null and c.late_with is null
                offset 0) c
            where v.tenant = :tenant
            group by c.unit_id, c.fee_item, c.period_start
            """;

    private static final String LOCK =
            """
            select c.id from charge c where c.tenant = :tenant and c.id = :charge
            for no key update
            """;

    private final JdbcClient db;
    private final MeterChargeStore readings;

    ChargeReversalStore(JdbcClient db, MeterChargeStore readings) {
        this.db = db;
        this.readings = readings;
    }

    /** What was charged and reversed, so that the days may be charged again. */
    private record Again(String unit, String item, LocalDate start) {}

    /**
     * Which charge of a key comes next: what was reversed keeps its place.
     *
     * @param next what was reversed before; all else is charged for the first time
     */
    record Generations(Map<Again, Integer> next) {

        int of(ChargeKey key) {
            Again same = new Again(key.unit().value(), key.feeItem().value(), key.period().start());
            return next.isEmpty() ? 0 : next.getOrDefault(same, 0);
        }
    }

    /** Of the charges of a run's community. */
    Generations generations(RunKey run) {
        Map<Again, Integer> next = new HashMap<>();
        db.sql(GENERATIONS)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(
                        row -> {
                            Again again =
                                    new Again(
                                            row.getString("unit_id"),
                                            row.getString("fee_item"),
                                            row.getObject("period_start", LocalDate.class));
                            next.put(again, row.getInt("next"));
                        });
        return new Generations(next);
    }

    /**
     * Keeps others from correcting a charge until the transaction ends.
     *
     * @param tenant the company
     * @param chargeId which charge
     * @return false if there is none
     */
    public boolean lock(String tenant, String chargeId) {
        return db.sql(LOCK)
                .param("tenant", tenant)
                .param("charge", chargeId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Adds a reversal.
     *
     * @param tenant the company
     * @param reversal of which charge, why, by whom
     * @param at when it is recorded
     */
    public void add(String tenant, ChargeReversal reversal, Instant at) {
        Actor by = reversal.actor();
        db.sql(REVERSE)
                .param("tenant", tenant)
                .param("charge", reversal.charge().value())
                .param("reason", reversal.reason())
                .param("day", reversal.on())
                .param("at", Sql.at(at))
                .param("by", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .update();
    }

    /**
     * Adds charges that replace one that was reversed, and bind at once.
     *
     * @param tenant the company
     * @param charges each names the one it replaces
     * @param day from when on they bind
     */
    public void add(String tenant, List<Charge> charges, LocalDate day) {
        charges.forEach(charge -> add(tenant, charge, day));
        readings.add(tenant, charges);
    }

    private void add(String tenant, Charge charge, LocalDate day) {
        db.sql(REPLACE)
                .param("tenant", tenant)
                .param("id", charge.id().value())
                .param("start", charge.key().period().start())
                .param("end", charge.key().period().end())
                .param("payer", charge.payer().toString())
                .param("amount", charge.amount().minorUnits())
                .param("tax", charge.taxed().tax().minorUnits())
                .param("currency", charge.amount().currency().getCurrencyCode())
                .param("due", charge.dueOn())
                .param("trace", TraceJson.write(charge.trace()))
                .param("day", day)
                .param("replaces", String.valueOf(charge.replaces()))
                .update();
    }
}
