package dev.guanjia.server.store;

import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_level}. */
@Repository
public class ServiceLevelStore {

    private static final int DECIMALS = 4;
    private static final String INSERT =
            """
            insert into service_level (tenant, id, kind, hours, clock, from_day)
            values (:tenant, :id, :kind, :hours, :clock, :from)
            """;
    private static final String ALL =
            "select id, kind, hours, clock, from_day from service_level where tenant = :tenant";

    private final JdbcClient db;

    ServiceLevelStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param level a row whose kind has none from that day
     */
    public void add(String tenant, ServiceLevel level) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", level.id().value())
                .param("kind", level.kind().name())
                .param("hours", level.hours().toDecimal(DECIMALS, RoundingMode.UNNECESSARY))
                .param("clock", level.clock().name())
                .param("from", level.from())
                .update();
    }

    /**
     * Reads all rows.
     *
     * @param tenant the company
     * @return the levels
     */
    public ServiceLevels all(String tenant) {
        return new ServiceLevels(
                db.sql(ALL).param("tenant", tenant).query(ServiceLevelStore::row).list());
    }

    private static ServiceLevel row(ResultSet row, int index) throws SQLException {
        return new ServiceLevel(
                new ServiceLevelId(row.getString("id")),
                Matter.of(WorkOrderKind.valueOf(row.getString("kind"))),
                ServiceGoal.RESOLUTION,
                ServiceLevel.target(Sql.rational(Sql.decimal(row, "hours"))),
                ServiceClock.valueOf(row.getString("clock")),
                null,
                row.getObject("from_day", LocalDate.class));
    }
}
