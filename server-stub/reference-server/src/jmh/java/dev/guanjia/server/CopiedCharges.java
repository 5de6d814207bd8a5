package dev.guanjia.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The charges of a run, copied into a table of their own that has one index: the one of a run. */
final class CopiedCharges {

    private static final String TABLE =
            "create table copied_charge (like charge including defaults including generated)";
    private static final String INDEX =
            """
            create unique index copied_charge_key on copied_charge
                (unit_id, fee_item, period_start, generation, tenant)
            """;

    private final DataSource database;
    private final byte[] rows;

    CopiedCharges(DataSource database, String run) throws SQLException, IOException {
        this.database = database;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String all = "copy (select * from charge where bill_run_id = '%s' order by seq) to stdout";
        try (Connection connection = database.getConnection()) {
            copies(connection).copyOut(all.formatted(run), out);
        }
        rows = out.toByteArray();
    }

    /** Bytes that are copied. */
    int size() {
        return rows.length;
    }

    /** Seconds of a copy into a table that has its index already. */
    double intoIndexed() throws SQLException, IOException {
        return seconds(INDEX, "select 1");
    }

    /** Seconds of a copy and of making the index afterwards. */
    double indexedAfterwards() throws SQLException, IOException {
        return seconds("select 1", INDEX);
    }

    private double seconds(String before, String after) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(before);
            statement.execute("checkpoint");
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            try (InputStream in = new ByteArrayInputStream(rows)) {
                copies(connection).copyIn("copy copied_charge from stdin", in);
            }
            statement.execute(after);
            connection.commit();
            long end = System.nanoTime();
            connection.setAutoCommit(true);
            statement.execute("drop table copied_charge");
            return (end - start) / 1e9;
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
