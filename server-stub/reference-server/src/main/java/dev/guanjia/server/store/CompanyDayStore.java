package dev.guanjia.server.store;

import dev.guanjia.server.store.DutyRhythmStore.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code company_day}: where a company departs from the calendar. Rows only added. */
@Repository
public class CompanyDayStore {

    private static final String INSERT =
            """
            insert into company_day (tenant, id, falls_on, kind, zh, en, reason, recorded_at)
            values (:tenant, :id, :day, :kind, :zh, :en, :reason, :at)
            """;
    private static final String ALL =
            """
            select id, falls_on, kind, zh, en, reason, recorded_at, seq from company_day
            where tenant = :tenant order by falls_on, seq
            """;

    private final JdbcClient db;

    CompanyDayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A day of a company's own.
     *
     * @param name its id and what it is called
     * @param seq the number of the row; of two rows of a day the later holds
     * @param day the day
     * @param worked whether it is worked
     * @param reason why; null if that was not said
     * @param recordedAt when the row was made
     */
    public record DayRow(
            Named name,
            long seq,
            LocalDate day,
            boolean worked,
            @Nullable String reason,
            Instant recordedAt) {}

    /** Adds a day. */
    public void add(String tenant, DayRow row) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.name().id())
                .param("day", row.day())
                .param("kind", row.worked() ? "WORKING_DAY" : "DAY_OFF")
                .param("zh", row.name().zh())
                .param("en", row.name().en())
                .param("reason", row.reason())
                .param("at", Sql.at(row.recordedAt()))
                .update();
    }

    /** The days of a company, in order. */
    public List<DayRow> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(CompanyDayStore::row).list();
    }

    private static DayRow row(ResultSet row, int index) throws SQLException {
        return new DayRow(
                new Named(row.getString("id"), row.getString("zh"), row.getString("en")),
                row.getLong("seq"),
                row.getObject("falls_on", LocalDate.class),
                row.getString("kind").equals("WORKING_DAY"),
                row.getString("reason"),
                Sql.instant(row, "recorded_at"));
    }
}
