package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.server.store.OutcomeStore.Batch;
import dev.guanjia.server.store.WrittenTraces.Written;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;

/** Charges on their way into the table {@code charge}. All of them get there, or none. */
final class ChargeCopy {

    private static final String COPY =
            """
            copy charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, payer, amount_minor, currency, due_on, tax_minor, trace, generation,
                seq)
            from stdin (format binary)
            """;
    private static final int FIELDS = 15;

    private final byte[] tenant;
    private final byte[] run;
    private final Batch batch;
    private final CopyRows rows;

    private ChargeCopy(Batch batch, CopyIn copy) {
        this.tenant = batch.run().tenant().getBytes(StandardCharsets.UTF_8);
        this.run = batch.run().id().getBytes(StandardCharsets.UTF_8);
        this.batch = batch;
        this.rows = new CopyRows(copy);
    }

    /**
     * Copies charges.
     *
     * @param connection in a transaction
     * @param batch which
     * @return false if one of them was charged already, and none was added
     */
    static boolean all(Connection connection, Batch batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            new ChargeCopy(batch, copy).write();
        } catch (SQLException e) {
            if (PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                connection.rollback(before);
                return false;
            }
            throw e;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        connection.releaseSavepoint(before);
        return true;
    }

    private void write() throws SQLException {
        for (int i = 0; i < batch.charges().size(); i++) {
            row(batch.charges().get(i), batch.seqs().get(i)).end();
        }
        rows.endAll();
    }

    private CopyRows row(Charge charge, long seq) {
        rows.row(FIELDS).field(tenant).text(charge.id().value()).field(run);
        rows.text(charge.key().unit().value()).text(charge.key().feeItem().value());
        rows.day(charge.key().period().start()).day(charge.key().period().end());
        rows.text(charge.payer().toString()).number(charge.amount().minorUnits());
        rows.text(charge.amount().currency().getCurrencyCode()).day(charge.dueOn());
        Written trace = batch.traces().of(charge.trace());
        rows.number(trace.tax()).field(trace.json()).smaller(batch.next().of(charge.key()));
        return rows.number(seq);
    }
}
