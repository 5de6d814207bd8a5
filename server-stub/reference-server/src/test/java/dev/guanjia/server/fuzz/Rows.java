package dev.guanjia.server.fuzz;

import dev.guanjia.server.RunningServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table has; who asked what is written down even of what is refused. */
final class Rows {

    private final JdbcClient db;
    private final String counting;

    Rows(RunningServer server) {
        db = server.db();
        counting =
                db
                        .sql(
                                """
                                select table_name from information_schema.tables
                                where table_schema = 'public' and table_type = 'BASE TABLE'
                                    and table_name not in ('audit_entry', 'idempotency')
                                """)
                        .query(String.class)
                        .stream()
                        .map(table -> "select '%s', count(*) from %s".formatted(table, table))
                        .collect(Collectors.joining(" union all "));
    }

    /** Counts once no bill run is being calculated. */
    Map<String, Long> count() {
        while (calculating()) {
            Thread.onSpinWait();
        }
        Map<String, Long> counts = new TreeMap<>();
        db.sql(counting)
                .query(
                        row -> {
                            counts.put(row.getString(1), row.getLong(2));
                        });
        return counts;
    }

    private boolean calculating() {
        return db.sql("select exists (select from bill_run where state = 'CALCULATING')")
                .query(Boolean.class)
                .single();
    }
}
