package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.ChargeReversalStore.Generations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;

/**
 * Charges on their way into the table {@code charge} while they are still being calculated, so that
 * both happen at the same time. All of them get there, or none.
 */
final class ChargeCopy {

    private static final String COPY =
            """
            copy charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, payer, amount_minor, currency, due_on, tax_minor, trace, generation)
            from stdin (format binary)
            """;
    private static final int FIELDS = 14;

    private final byte[] tenant;
    private final byte[] run;
    private final Generations next;
    private final CopyRows rows;

    /** What units that are alike have in common is written once. */
    private final Map<ChargeTrace, Common> common = new IdentityHashMap<>();

    private @Nullable SQLException failure;

    private ChargeCopy(RunKey run, Generations next, CopyIn copy) {
        this.tenant = run.tenant().getBytes(StandardCharsets.UTF_8);
        this.run = run.id().getBytes(StandardCharsets.UTF_8);
        this.next = next;
        this.rows = new CopyRows(copy);
    }

    /**
     * Copies what a source gives.
     *
     * @param connection in a transaction
     * @param run whose charges they are
     * @param next the generation of each
     * @param source asked once, whatever happens; it must not use the connection
     * @return false if one of them was charged already, and none was added
     */
    static boolean all(
            Connection connection, RunKey run, Generations next, Consumer<Consumer<Charge>> source)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        ChargeCopy rows = new ChargeCopy(run, next, copy);
        try {
            source.accept(rows::write);
            rows.end();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        if (rows.isTwice()) {
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return true;
    }

    /** Whether all that went wrong is that a charge was there before. */
    private boolean isTwice() throws SQLException {
        if (failure != null
                && !PSQLState.UNIQUE_VIOLATION.getState().equals(failure.getSQLState())) {
            throw failure;
        }
        return failure != null;
    }

    /** After a failure nothing more is written, but the source goes on: it is asked only once. */
    private void write(Charge charge) {
        if (failure == null) {
            try {
                row(charge).end();
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private void end() {
        if (failure == null) {
            try {
                rows.endAll();
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private CopyRows row(Charge charge) {
        rows.row(FIELDS).field(tenant).text(charge.id().value()).field(run);
        rows.text(charge.key().unit().value()).text(charge.key().feeItem().value());
        rows.day(charge.key().period().start()).day(charge.key().period().end());
        rows.text(charge.payer().toString()).number(charge.amount().minorUnits());
        rows.text(charge.amount().currency().getCurrencyCode()).day(charge.dueOn());
        Common both = common.computeIfAbsent(charge.trace(), Common::of);
        return rows.number(both.tax()).field(both.trace()).smaller(next.of(charge.key()));
    }

    /**
     * What follows from how a charge was calculated.
     *
     * @param tax in minor units
     * @param trace as it is stored
     */
    private record Common(long tax, byte[] trace) {

        private static Common of(ChargeTrace trace) {
            return new Common(
                    trace.recompute().tax().minorUnits(), CopyRows.json(TraceJson.write(trace)));
        }
    }
}
