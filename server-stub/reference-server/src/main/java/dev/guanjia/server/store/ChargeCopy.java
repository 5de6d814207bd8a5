package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.ChargeReversalStore.Generations;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.postgresql.copy.PGCopyOutputStream;
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
                from stdin
            """;
    private static final int BUFFER = 1 << 16;

    private final RunKey run;
    private final Generations next;
    private final CopyIn copy;
    private final PGCopyOutputStream out;

    /** What units that are alike have in common, the tax and the trace, is written once. */
    private final Map<ChargeTrace, String> traces = new IdentityHashMap<>();

    private final CopyRow row = new CopyRow();
    private @Nullable SQLException failure;

    private ChargeCopy(RunKey run, Generations next, CopyIn copy) {
        this.run = run;
        this.next = next;
        this.copy = copy;
        this.out = new PGCopyOutputStream(copy, BUFFER);
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
                out.write(row(charge).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    private void end() {
        if (failure == null) {
            try {
                out.flush();
                copy.endCopy();
            } catch (IOException e) {
                failed(e);
            } catch (SQLException e) {
                failure = e;
            }
        }
    }

    private void failed(IOException e) {
        if (!(e.getCause() instanceof SQLException cause)) {
            throw new UncheckedIOException(e);
        }
        failure = cause;
    }

    private String row(Charge charge) {
        return row.add(run.tenant())
                .add(charge.id().value())
                .add(run.id())
                .add(charge.key().unit().value())
                .add(charge.key().feeItem().value())
                .add(charge.key().period().start())
                .add(charge.key().period().end())
                .add(charge.payer())
                .add(charge.amount().minorUnits())
                .add(charge.amount().currency().getCurrencyCode())
                .add(charge.dueOn())
                .addEscaped(traces.computeIfAbsent(charge.trace(), ChargeCopy::escaped))
                .add(next.of(charge.key()))
                .end();
    }

    private static String escaped(ChargeTrace trace) {
        long tax = trace.recompute().tax().minorUnits();
        return tax + "\t" + CopyRow.escaped(TraceJson.write(trace));
    }
}
