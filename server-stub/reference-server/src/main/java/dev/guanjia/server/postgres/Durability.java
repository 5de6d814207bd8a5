package dev.guanjia.server.postgres;

import dev.guanjia.server.settings.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Refuses a database that could forget what it has confirmed, or that is too old for our SQL. Asked
 * of a connection of the pool, since roles and databases may have settings of their own.
 */
public final class Durability {

    private static final int OLDEST = 150000;
    private static final Set<String> DURABLE_COMMITS =
            Set.of("on", "local", "remote_write", "remote_apply");

    private Durability() {}

    /**
     * Checks.
     *
     * @param source the pool
     * @throws StartRefused naming every setting that is wrong
     */
    public static void require(DataSource source) {
        try (Connection connection = source.getConnection()) {
            List<String> faults = faults(connection);
            if (!faults.isEmpty()) {
                throw new StartRefused(StartRefused.DATABASE, faults);
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    StartRefused.DATABASE, "the database cannot be reached: " + e.getMessage());
        }
    }

    private static List<String> faults(Connection connection) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (String setting : List.of("fsync", "full_page_writes")) {
            expect(Set.of("on"), setting, connection, faults);
        }
        expect(DURABLE_COMMITS, "synchronous_commit", connection, faults);
        expect(Set.of("UTF8"), "server_encoding", connection, faults);
        int version = Integer.parseInt(show("server_version_num", connection));
        if (version < OLDEST) {
            faults.add("the database must be PostgreSQL 15 or later: " + version);
        }
        return faults;
    }

    private static void expect(
            Set<String> good, String setting, Connection connection, List<String> faults)
            throws SQLException {
        String value = show(setting, connection);
        if (!good.contains(value)) {
            faults.add("the database must run with " + setting + "=" + first(good) + ": " + value);
        }
    }

    private static String first(Set<String> good) {
        return good.contains("on") ? "on" : good.iterator().next();
    }

    private static String show(String setting, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
