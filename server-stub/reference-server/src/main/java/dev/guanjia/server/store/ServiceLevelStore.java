package dev.guanjia.server.store;

import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_level}. Rows are only added. */
@Repository
public class ServiceLevelStore {

    static final int DECIMALS = 4;
    private static final String INSERT =
            """
            insert into service_level (tenant, id, kind, severity, place_kind, customer_class, goal,
                hours, clock, shift_id, from_day, recorded_at)
            values (:tenant, :id, :kind, :severity, :place, :customer, :goal,
                :hours, :clock, :shift, :from, :recorded)
            """;
    private static final String ALL =
            """
            select id, kind, severity, place_kind, customer_class, goal, hours, clock, shift_id,
                from_day, recorded_at
            from service_level where tenant = :tenant order by seq
            """;

    private final JdbcClient db;

    ServiceLevelStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row.
     *
     * @param level the row
     * @param recordedAt when it was made; orders recorded before do not know it
     */
    public record LevelRow(ServiceLevel level, Instant recordedAt) {}

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param row a row whose matter has none for the goal from that day
     */
    public void add(String tenant, LevelRow row) {
        ServiceLevel level = row.level();
        db.sql(INSERT)
                .paramSource(
                        matter(level.matter())
                                .addValue("tenant", tenant)
                                .addValue("id", level.id().value())
                                .addValue("goal", level.goal().name())
                                .addValue(
                                        "hours",
                                        level.hours().toDecimal(DECIMALS, RoundingMode.UNNECESSARY))
                                .addValue("clock", level.clock().name())
                                .addValue("shift", level.shifts())
                                .addValue("from", level.from())
                                .addValue("recorded", Sql.at(row.recordedAt())))
                .update();
    }

    /**
     * Reads all rows.
     *
     * @param tenant the company
     * @return in the order in which they were made
     */
    public List<LevelRow> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(ServiceLevelStore::row).list();
    }

    static MapSqlParameterSource matter(Matter matter) {
        return new MapSqlParameterSource()
                .addValue("kind", matter.kind().name())
                .addValue("severity", name(matter.severity()))
                .addValue("place", name(matter.place()))
                .addValue("customer", name(matter.customer()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static Matter matter(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        String place = row.getString("place_kind");
        String customer = row.getString("customer_class");
        return new Matter(
                WorkOrderKind.valueOf(row.getString("kind")),
                severity == null ? null : Severity.valueOf(severity),
                place == null ? null : PlaceKind.valueOf(place),
                customer == null ? null : CustomerClass.valueOf(customer));
    }

    private static LevelRow row(ResultSet row, int index) throws SQLException {
        ServiceLevel level =
                new ServiceLevel(
                        new ServiceLevelId(row.getString("id")),
                        matter(row),
                        ServiceGoal.valueOf(row.getString("goal")),
                        ServiceLevel.target(Sql.rational(Sql.decimal(row, "hours"))),
                        ServiceClock.valueOf(row.getString("clock")),
                        row.getString("shift_id"),
                        row.getObject("from_day", LocalDate.class));
        return new LevelRow(level, Sql.instant(row, "recorded_at"));
    }
}
