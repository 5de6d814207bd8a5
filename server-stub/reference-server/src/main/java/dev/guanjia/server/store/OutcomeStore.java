package dev.guanjia.server.store;

import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.ChargeReversalStore.Generations;
import java.sql.Date;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a run finds: the tables {@code charge}, {@code charge_reading} and {@code bill_run_skip}.
 */
@Repository
public class OutcomeStore {

    private static final String CHARGE =
            """
            insert into charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, payer, amount_minor, tax_minor, currency, due_on, trace, generation,
                seq)
            overriding system value
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
            on conflict (unit_id, fee_item, period_start, generation,
                (case when work_order_id is null and late_with is null then '' else id end), tenant)
                do nothing
            """;
    private static final int[] CHARGE_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.DATE,
        Types.DATE,
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.DATE,
        Types.VARCHAR,
        Types.INTEGER,
        Types.BIGINT
    };

    private static final String SEQS =
            """
            with numbers as materialized (
                select cast(pg_get_serial_sequence('charge', 'seq') as regclass) as name)
            select nextval(name) as seq from numbers, generate_series(1, :charges) order by seq
            """;
    private static final String SKIPS =
            """
            insert into bill_run_skip (tenant, bill_run_id, unit_id, fee_item, reason)
            select :tenant, :run, s.unit, s.item, s.reason
            from unnest(cast(:units as text[]), cast(:items as text[]), cast(:reasons as text[]))
                s (unit, item, reason)
            """;
    private static final List<String> GIVE_UP =
            List.of(
                    """
                    delete from charge_reading where tenant = :tenant and charge_id in
                        (select id from charge where tenant = :tenant and bill_run_id = :id)
                    """,
                    "delete from charge where tenant = :tenant and bill_run_id = :id",
                    "delete from bill_run_part where tenant = :tenant and bill_run_id = :id",
                    "delete from bill_run_skip where tenant = :tenant and bill_run_id = :id");

    private final JdbcTemplate db;
    private final JdbcClient client;
    private final MeterChargeStore readings;
    private final ChargeReversalStore reversals;

    OutcomeStore(
            JdbcTemplate db,
            JdbcClient client,
            MeterChargeStore readings,
            ChargeReversalStore reversals) {
        this.db = db;
        this.client = client;
        this.readings = readings;
        this.reversals = reversals;
    }

    /**
     * Charges to be added.
     *
     * @param run whose they are
     * @param charges which
     * @param seqs where each stands in the order of calculation
     * @param next the generation of each
     * @param traces what was written of such charges before
     */
    record Batch(
            RunKey run,
            List<Charge> charges,
            List<Long> seqs,
            Generations next,
            WrittenTraces traces) {}

    /**
     * Adds charges with the readings they bill, unless the same was charged already.
     *
     * @param run whose they are; its row and its community are locked
     * @param charges those of a unit beside each other
     * @param traces what was written of such charges before
     * @return those that were charged already, and were not added
     */
    public Set<ChargeId> add(RunKey run, List<Charge> charges, WrittenTraces traces) {
        if (charges.isEmpty()) {
            return Set.of();
        }
        Batch batch =
                new Batch(run, charges, seqs(charges.size()), reversals.generations(run), traces);
        boolean copied =
                Boolean.TRUE.equals(
                        db.execute(
                                (ConnectionCallback<Boolean>)
                                        connection -> ChargeCopy.all(connection, batch)));
        Set<ChargeId> twice = copied ? Set.of() : addOneByOne(batch);
        readings.add(
                run.tenant(),
                charges.stream().filter(charge -> !twice.contains(charge.id())).toList());
        return twice;
    }

    /** Of two who ask at once, one gets all before the other: a run is entered in this order. */
    private synchronized List<Long> seqs(int charges) {
        return client.sql(SEQS).param("charges", charges).query(Long.class).list();
    }

    private Set<ChargeId> addOneByOne(Batch batch) {
        List<Charge> charges = batch.charges();
        List<Object[]> rows =
                IntStream.range(0, charges.size()).mapToObj(i -> charge(batch, i)).toList();
        int[] added = db.batchUpdate(CHARGE, rows, CHARGE_TYPES);
        return IntStream.range(0, added.length)
                .filter(i -> added[i] != 1)
                .mapToObj(i -> charges.get(i).id())
                .collect(Collectors.toSet());
    }

    /**
     * Adds what was skipped.
     *
     * @param run by which run
     * @param skips units and fee items, and why
     */
    public void skip(RunKey run, List<Skipped> skips) {
        if (skips.isEmpty()) {
            return;
        }
        client.sql(SKIPS)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .param("units", Sql.array(skips, skip -> skip.key().unit().value()))
                .param("items", Sql.array(skips, skip -> skip.key().feeItem().value()))
                .param("reasons", Sql.array(skips, skip -> skip.reason().name()))
                .update();
    }

    /**
     * Takes away what a cancelled run had calculated, none of which ever bound.
     *
     * @param tenant the company
     * @param id the bill run id
     */
    public void giveUp(String tenant, String id) {
        GIVE_UP.forEach(sql -> client.sql(sql).param("tenant", tenant).param("id", id).update());
    }

    private static Object[] charge(Batch batch, int index) {
        RunKey run = batch.run();
        Charge charge = batch.charges().get(index);
        return new Object[] {
            run.tenant(),
            charge.id().value(),
            run.id(),
            charge.key().unit().value(),
            charge.key().feeItem().value(),
            Date.valueOf(charge.key().period().start()),
            Date.valueOf(charge.key().period().end()),
            charge.payer().toString(),
            charge.amount().minorUnits(),
            charge.taxed().tax().minorUnits(),
            charge.amount().currency().getCurrencyCode(),
            Date.valueOf(charge.dueOn()),
            TraceJson.write(charge.trace()),
            batch.next().of(charge.key()),
            batch.seqs().get(index)
        };
    }
}
