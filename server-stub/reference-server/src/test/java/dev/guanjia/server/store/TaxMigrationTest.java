package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Charges that were made before the books kept tax apart. */
class TaxMigrationTest {

    private static final String RUN =
            """
            insert into bill_run (tenant, id, community_id, period, due_on, state, units_total,
                currency, created_at, created_by, acting_post, authority_version, entered_on)
            values ('default', '%s', 'cm', '2024-05-01', '2024-06-10', 'CALCULATED', 1, 'CNY',
                now(), 'sf', 'P', 'v1', %s)
            """;
    private static final String CHARGE =
            """
            insert into charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, amount_minor, currency, due_on, trace, payer)
            values ('default', '%s', '%s', 'un', '%s', '2024-05-01', '2024-06-01', %d, 'CNY',
                '2024-06-10', '%s', 'OWNER:ow')
            """;

    private final RunningServer server = RunningServer.shared();

    private static String charge(String id, String run, long amount, String trace) {
        return CHARGE.formatted(id, run, id.toUpperCase(), amount, trace);
    }

    private static String trace(String rounding, String tax, String rate) {
        return "{\"rounding\": \"%s\", \"tax\": \"%s\", \"tax_rate\": \"%s\"}"
                .formatted(rounding, tax, rate);
    }

    @Test
    void whatWillBePostedHasItsTaxAndWhatWasPostedWithoutHasNone() {
        server.db().sql("create database tax_apart").update();
        DriverManagerDataSource database =
                new DriverManagerDataSource(server.databaseUrl("tax_apart"));
        migrate(database, "47");
        JdbcClient db = JdbcClient.create(database);
        List<String> rows =
                List.of(
                        "set session_replication_role = replica",
                        RUN.formatted("br_open", "null"),
                        RUN.formatted("br_done", "date '2024-05-29'"),
                        charge("in", "br_open", 10_600, trace("HALF_UP", "INCLUSIVE", "3/50")),
                        charge("on", "br_open", 22_769, trace("HALF_UP", "EXCLUSIVE", "3/50")),
                        charge("up", "br_open", 100, trace("UP", "INCLUSIVE", "3/50")),
                        charge("down", "br_open", 100, trace("DOWN", "INCLUSIVE", "3/50")),
                        charge("even", "br_open", 5, trace("HALF_EVEN", "INCLUSIVE", "1")),
                        charge("odd", "br_open", 3, trace("HALF_EVEN", "INCLUSIVE", "1")),
                        charge("half", "br_open", 5, trace("HALF_DOWN", "INCLUSIVE", "1")),
                        charge("none", "br_open", 100, trace("HALF_UP", "NONE", "0")),
                        charge("old", "br_open", 100, "{\"rounding\": \"HALF_UP\"}"),
                        charge("done", "br_done", 10_600, trace("HALF_UP", "INCLUSIVE", "3/50")),
                        "insert into fee_item (tenant, id, label_zh, label_en, basis,"
                                + " management_fee, ord, from_day, source) values ('default',"
                                + " 'X', '甲', 'X', 'UNIT', false, 99, '2024-01-01', 'x')",
                        "set session_replication_role = origin");
        db.sql(String.join(";", rows)).update();
        migrate(database, "48");
        Map<String, Long> taxes =
                db
                        .sql("select id, tax_minor from charge")
                        .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(taxes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "in", 600L, "on", 1_289L, "up", 6L, "down", 5L, "even", 2L, "odd",
                                2L, "half", 2L, "none", 0L, "old", 0L, "done", 0L));
        assertThat(db.sql("select income from fee_item").query(String.class).single())
                .isEqualTo("OWN");
    }

    private static void migrate(DriverManagerDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
