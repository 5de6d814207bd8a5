package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
                :end, :payer, :amount, :tax, :currency, :due, cast(:trace as jsonb), :day,
                old.id, old.generation + 1
            from charge old where old.tenant = :tenant and old.id = :replaces
            """;
    private static final String LOCK =
            """
            select c.id from charge c where c.tenant = :tenant and c.id = :charge
            for no key update
            """;

    private final JdbcClient db;

    ChargeReversalStore(JdbcClient db) {
        this.db = db;
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
