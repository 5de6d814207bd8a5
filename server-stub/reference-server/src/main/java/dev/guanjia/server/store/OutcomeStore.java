package dev.guanjia.server.store;

import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.ChargeReversalStore.Generations;
import java.sql.Date;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
                period_end, payer, amount_minor, tax_minor, currency, due_on, trace, generation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
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
        Types.INTEGER
    };
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
                    "delete from bill_run_skip where tenant = :tenant and bill_run_id = :id");

    /** The rows that are added are looked through once they are there, and should fit. */
    private static final String ROOM = "set local work_mem = '64MB'";

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
     * Adds charges with the readings they bill, unless the same was charged already.
     *
     * @param run whose they are; its row and its community are locked
     * @param source gives the charges one after the other, without using the database
     * @return those that were charged already, and were not added
     */
    public Set<ChargeId> add(RunKey run, Consumer<Consumer<Charge>> source) {
        client.sql(ROOM).update();
        Generations next = reversals.generations(run);
        List<Charge> charges = new ArrayList<>();
        Consumer<Consumer<Charge>> heard =
                sink -> source.accept(((Consumer<Charge>) charges::add).andThen(sink));
        boolean copied =
                Boolean.TRUE.equals(
                        db.execute(
                                (ConnectionCallback<Boolean>)
                                        connection ->
                                                ChargeCopy.all(connection, run, next, heard)));
        Set<ChargeId> twice = copied ? Set.of() : addOneByOne(run, next, charges);
        readings.add(
                run.tenant(),
                charges.stream().filter(charge -> !twice.contains(charge.id())).toList());
        return twice;
    }

    private Set<ChargeId> addOneByOne(RunKey run, Generations next, List<Charge> charges) {
        int[] added =
                db.batchUpdate(
                        CHARGE,
                        charges.stream().map(c -> charge(run, next, c)).toList(),
                        CHARGE_TYPES);
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

    private static Object[] charge(RunKey run, Generations next, Charge charge) {
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
            next.of(charge.key())
        };
    }
}
