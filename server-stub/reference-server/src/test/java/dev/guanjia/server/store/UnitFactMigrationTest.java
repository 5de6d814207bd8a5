package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.server.RunningServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Units that were entered before facts were kept by day, and what was charged for them. */
class UnitFactMigrationTest {

    /** A unit and a charge for it; what else they belong to does not matter here. */
    private static final List<String> ROWS =
            List.of(
                    "set session_replication_role = replica",
                    "insert into owner (tenant, id, name) values ('default', 'ow_old00001', '甲')",
                    """
                    insert into unit (tenant, id, community_id, building_id, number, use, area,
                        owner_id)
                    values ('default', 'un_old00001', 'cm', 'bd', '1', 'SHOP', 46.50, 'ow_old00001')
                    """,
                    """
                    insert into charge (tenant, id, work_order_id, entered_on, unit_id, fee_item,
                        period_start, period_end, amount_minor, currency, due_on, trace)
                    values ('default', 'ch_old00001', 'wo', '2024-05-01', 'un_old00001', 'X',
                        '2024-05-01', '2024-06-01', 100, 'CNY', '2024-05-31', '{}')
                    """,
                    "set session_replication_role = origin");

    @Test
    void theirHistoryIsOpenedForAnyDayAndWhatTheirOwnerOwesStaysTheirs() {
        RunningServer server = RunningServer.shared();
        server.db().sql("create database facts_by_day").update();
        DriverManagerDataSource database =
                new DriverManagerDataSource(server.databaseUrl("facts_by_day"));
        migrate(database, "29");
        JdbcClient db = JdbcClient.create(database);
        db.sql(String.join(";", ROWS)).update();
        migrate(database, "31");
        UnitId unit = new UnitId("un_old00001");
        Map<UnitId, UnitHistory> histories =
                new UnitFactHistoryStore(db).histories("default", List.of(unit));
        assertThat(histories.get(unit).asOf(LocalDate.of(1900, 1, 1)).orElseThrow())
                .isEqualTo(histories.get(unit).asOf(LocalDate.of(2026, 1, 1)).orElseThrow());
        assertThat(histories.get(unit).use().values())
                .singleElement()
                .hasToString("SHOP from 1900-01-01");
        assertThat(db.sql("select payer from charge").query(String.class).single())
                .isEqualTo("OWNER:ow_old00001");
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
