package dev.guanjia.server.store;

import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Writes what a run finds: the tables {@code charge}, {@code charge_reading} and {@code
 * bill_run_skip}.
 */
@Repository
public class OutcomeStore {

    private static final String CHARGE =
            """
            insert into charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, payer, amount_minor, currency, due_on, trace)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
            on conflict (tenant, unit_id, fee_item, period_start, generation)
                where work_order_id is null and late_with is null do nothing
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
        Types.VARCHAR,
        Types.DATE,
        Types.VARCHAR
    };
    private static final String READING =
            """
            insert into charge_reading (tenant, charge_id, meter_id, fee_item, opening_reading_id,
                opening_value, closing_reading_id, closing_value, closing_on, adjustment)
            select r.tenant, ?, r.meter_id, ?, ?, ?, r.id, ?, r.read_on, ?
            from meter_reading r where r.tenant = ? and r.id = ?
            """;
    private static final int[] READING_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.NUMERIC,
        Types.NUMERIC,
        Types.NUMERIC,
        Types.VARCHAR,
        Types.VARCHAR
    };
    private static final String SKIP =
            """
            insert into bill_run_skip (tenant, bill_run_id, unit_id, fee_item, reason)
            values (?, ?, ?, ?, ?)
            """;
    private static final int[] SKIP_TYPES = {
        Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR
    };

    private final JdbcTemplate db;

    OutcomeStore(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Adds charges with the readings they bill, unless the same was charged already.
     *
     * @param run whose they are
     * @param charges the charges
     * @return those that were added
     */
    public List<Charge> add(RunKey run, List<Charge> charges) {
        int[] added =
                db.batchUpdate(
                        CHARGE, charges.stream().map(c -> charge(run, c)).toList(), CHARGE_TYPES);
        List<Charge> fresh = new ArrayList<>();
        List<Object[]> readings = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            Charge charge = charges.get(i);
            if (added[i] == 1) {
                fresh.add(charge);
                spans(charge).forEach(span -> readings.add(reading(run, charge, span)));
            }
        }
        db.batchUpdate(READING, readings, READING_TYPES);
        return fresh;
    }

    /**
     * Adds what was skipped.
     *
     * @param run by which run
     * @param skips units and fee items, and why
     */
    public void skip(RunKey run, List<Skipped> skips) {
        List<Object[]> rows =
                skips.stream()
                        .map(
                                skip ->
                                        new Object[] {
                                            run.tenant(),
                                            run.id(),
                                            skip.key().unit().value(),
                                            skip.key().feeItem().value(),
                                            skip.reason().name()
                                        })
                        .toList();
        db.batchUpdate(SKIP, rows, SKIP_TYPES);
    }

    private static List<MeterSpan> spans(Charge charge) {
        return charge.trace().segments().stream()
                .map(segment -> segment.quantity().spans())
                .flatMap(List::stream)
                .toList();
    }

    private static Object[] charge(RunKey run, Charge charge) {
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
            charge.amount().currency().getCurrencyCode(),
            Date.valueOf(charge.dueOn()),
            TraceJson.write(charge.trace())
        };
    }

    private static Object[] reading(RunKey run, Charge charge, MeterSpan span) {
        ReadingId opening = span.openingReading();
        return new Object[] {
            charge.id().value(),
            charge.key().feeItem().value(),
            opening == null ? null : opening.value(),
            new BigDecimal(span.opening().decimalText()),
            new BigDecimal(span.closing().decimalText()),
            new BigDecimal(span.adjustment().decimalText()),
            run.tenant(),
            span.closingReading().value()
        };
    }
}
