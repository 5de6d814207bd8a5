package dev.guanjia.server.store;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.RunningHours;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code equipment_running}: when equipment is meant to run. Rows are only ever added.
 */
@Repository
public class RunningHoursStore {

    private static final String KEY = "running";
    private static final Label LABEL = new Label("运行时段", "Running hours");
    private static final String INSERT =
            """
            insert into equipment_running (tenant, equipment_id, from_day, begins, minutes, days,
                recorded_at)
            values (:tenant, :equipment, :from, :begins, :minutes, cast(:days as text[]), :at)
            on conflict (tenant, equipment_id, from_day) do nothing
            """;
    private static final String SELECT =
            """
            select equipment_id, from_day, begins, minutes, days from equipment_running
            where tenant = :tenant and equipment_id = any(cast(:ids as text[]))
            """;

    private final JdbcClient db;

    RunningHoursStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The hours of a day.
     *
     * @param begins the time of day
     * @param length more than zero, at most 24 hours
     * @param days the weekdays on which it runs, at least one
     * @return the hours as a shift
     */
    public static Shift hours(LocalTime begins, Duration length, Collection<DayOfWeek> days) {
        return new Shift(KEY, LABEL, begins, length, days.stream().collect(Collectors.toSet()));
    }

    /**
     * Adds hours.
     *
     * @param tenant the company
     * @param row from when on what runs when
     * @param at when the row is made
     * @return false if the piece has hours from that day
     */
    public boolean add(String tenant, RunningHours.Row row, Instant at) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("equipment", row.equipment().value())
                        .param("from", row.from())
                        .param("begins", row.shift().map(Shift::begins).orElse(null))
                        .param(
                                "minutes",
                                row.shift()
                                        .map(shift -> (int) shift.length().toMinutes())
                                        .orElse(null))
                        .param(
                                "days",
                                Sql.array(
                                        row.shift().map(Shift::days).orElse(Set.of()),
                                        DayOfWeek::name))
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Reads hours.
     *
     * @param tenant the company
     * @param ids of which equipment
     * @return by equipment and first day
     */
    public RunningHours of(String tenant, Collection<String> ids) {
        return new RunningHours(
                db.sql(SELECT)
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id))
                        .query((row, index) -> row(row))
                        .list());
    }

    private static RunningHours.Row row(ResultSet row) throws SQLException {
        LocalTime begins = row.getObject("begins", LocalTime.class);
        List<DayOfWeek> days =
                Arrays.stream((String[]) row.getArray("days").getArray())
                        .map(DayOfWeek::valueOf)
                        .toList();
        Duration length = Duration.ofMinutes(row.getInt("minutes"));
        return new RunningHours.Row(
                new EquipmentId(row.getString("equipment_id")),
                row.getObject("from_day", LocalDate.class),
                begins == null ? Optional.empty() : Optional.of(hours(begins, length, days)));
    }
}
