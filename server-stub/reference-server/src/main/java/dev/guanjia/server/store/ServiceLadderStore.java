package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.workorder.level.Ladder;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_ladder}: who hears of limits that are missed. Rows are only added. */
@Repository
public class ServiceLadderStore {

    private static final Rational NANOS_PER_HOUR = Rational.of(3_600_000_000_000L, 1);
    private static final String INSERT =
            """
            insert into service_ladder (tenant, id, kind, severity, place_kind, customer_class,
                goal, near_share, near_hours, step_hours, levels, from_day, recorded_at)
            values (:tenant, :id, :kind, :severity, :place, :customer,
                :goal, :share, :near, :step, :levels, :from, :recorded)
            """;
    private static final String ALL =
            """
            select id, kind, severity, place_kind, customer_class, goal, near_share, near_hours,
                step_hours, levels, from_day, recorded_at
            from service_ladder where tenant = :tenant order by seq
            """;

    private final JdbcClient db;

    ServiceLadderStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row.
     *
     * @param id its name
     * @param ladder the row
     * @param recordedAt when it was made; orders recorded before do not know it
     */
    public record LadderRow(String id, Ladder ladder, Instant recordedAt) {}

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param row a row whose matter has none for the goal from that day
     */
    public void add(String tenant, LadderRow row) {
        Ladder ladder = row.ladder();
        db.sql(INSERT)
                .paramSource(
                        ServiceLevelStore.matter(ladder.matter())
                                .addValue("tenant", tenant)
                                .addValue("id", row.id())
                                .addValue("goal", ladder.goal().name())
                                .addValue("share", decimal(ladder.share()))
                                .addValue("near", hours(ladder.remaining()))
                                .addValue("step", hours(ladder.step()))
                                .addValue("levels", ladder.levels())
                                .addValue("from", ladder.from())
                                .addValue("recorded", Sql.at(row.recordedAt())))
                .update();
    }

    /**
     * Reads all rows.
     *
     * @param tenant the company
     * @return in the order in which they were made
     */
    public List<LadderRow> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(ServiceLadderStore::row).list();
    }

    private static @Nullable BigDecimal hours(@Nullable Duration time) {
        return time == null ? null : decimal(Rational.of(time.toNanos(), 1).over(NANOS_PER_HOUR));
    }

    private static @Nullable BigDecimal decimal(@Nullable Rational number) {
        return number == null
                ? null
                : number.toDecimal(ServiceLevelStore.DECIMALS, RoundingMode.UNNECESSARY);
    }

    private static LadderRow row(ResultSet row, int index) throws SQLException {
        Ladder ladder =
                new Ladder(
                        ServiceLevelStore.matter(row),
                        ServiceGoal.valueOf(row.getString("goal")),
                        number(row, "near_share"),
                        time(number(row, "near_hours")),
                        ServiceLevel.target(Sql.rational(Sql.decimal(row, "step_hours"))),
                        row.getInt("levels"),
                        row.getObject("from_day", LocalDate.class));
        return new LadderRow(row.getString("id"), ladder, Sql.instant(row, "recorded_at"));
    }

    private static @Nullable Duration time(@Nullable Rational hours) {
        return hours == null ? null : ServiceLevel.target(hours);
    }

    private static @Nullable Rational number(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : Rational.from(number);
    }
}
