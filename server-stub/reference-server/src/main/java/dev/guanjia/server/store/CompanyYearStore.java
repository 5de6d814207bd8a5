package dev.guanjia.server.store;

import dev.guanjia.calendar.CalendarYear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code company_year}: years as a company entered them. Rows only added. */
@Repository
public class CompanyYearStore {

    private static final String INSERT =
            """
            insert into company_year
                (tenant, id, calendar, year, version, days, source, recorded_at)
            values (:tenant, :id, :calendar, :year, :version, cast(:days as jsonb), :source, :at)
            """;
    private static final String ALL =
            """
            select id, calendar, year, version, days, source, recorded_at from company_year
            where tenant = :tenant order by calendar, year, version
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    CompanyYearStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A day of such a year that is not as the week has it.
     *
     * @param day the day
     * @param worked whether it is worked
     * @param zh what it is called, in Chinese
     * @param en what it is called, in English
     */
    public record YearDay(LocalDate day, boolean worked, String zh, String en) {}

    /**
     * Which year of which calendar.
     *
     * @param calendar the key of the calendar
     * @param year the year
     * @param version counted from 1; of two versions the later holds
     */
    public record Edition(String calendar, int year, int version) {}

    /**
     * A year of a calendar.
     *
     * @param id the row
     * @param edition which year
     * @param days those that are not as the week has them
     * @param source from where it is known
     * @param recordedAt when the row was made
     */
    public record YearRow(
            String id, Edition edition, List<YearDay> days, String source, Instant recordedAt) {

        /** Copies the days. */
        public YearRow {
            days = List.copyOf(days);
        }

        /**
         * The year as the domain knows it.
         *
         * @return its days off and the days worked in exchange
         */
        public CalendarYear known() {
            return new CalendarYear(edition.year(), those(false), those(true));
        }

        private Set<LocalDate> those(boolean worked) {
            return days.stream()
                    .filter(day -> day.worked() == worked)
                    .map(YearDay::day)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * Adds a year.
     *
     * @param tenant the company
     * @param row the year
     */
    public void add(String tenant, YearRow row) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("calendar", row.edition().calendar())
                .param("year", row.edition().year())
                .param("version", row.edition().version())
                .param("days", mapper.writeValueAsString(row.days()))
                .param("source", row.source())
                .param("at", Sql.at(row.recordedAt()))
                .update();
    }

    /**
     * The years of a company.
     *
     * @param tenant the company
     * @return by calendar, year and version
     */
    public List<YearRow> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(this::row).list();
    }

    private YearRow row(ResultSet row, int index) throws SQLException {
        return new YearRow(
                row.getString("id"),
                new Edition(row.getString("calendar"), row.getInt("year"), row.getInt("version")),
                List.of(mapper.readValue(row.getString("days"), YearDay[].class)),
                row.getString("source"),
                Sql.instant(row, "recorded_at"));
    }
}
