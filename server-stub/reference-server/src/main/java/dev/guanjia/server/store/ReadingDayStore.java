package dev.guanjia.server.store;

import dev.guanjia.property.meter.ReadingDay;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code reading_day}. */
@Repository
public class ReadingDayStore {

    private static final String INSERT =
            """
            insert into reading_day
                (tenant, community_id, from_month, day, recorded_at, recorded_by)
            values (:tenant, :community, :from, :day, :at, :by) on conflict do nothing
            """;
    private static final String SELECT =
            """
            select from_month, day, recorded_at from reading_day
            where tenant = :tenant and community_id = :community
            """;
    private static final String LIST =
            SELECT + " and from_month > :after order by from_month limit :fetch";
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private final JdbcClient db;

    ReadingDayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * From which month on meters are read by which day.
     *
     * @param day the month and the day
     * @param recordedAt when the row was made
     */
    public record DayRow(ReadingDay day, Instant recordedAt) {}

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param communityId the community
     * @param staffId who sets it
     * @param row the row
     * @return false if the month has one already
     */
    public boolean add(String tenant, String communityId, String staffId, DayRow row) {
        int added =
                db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("from", row.day().from().atDay(1))
                        .param("day", row.day().day())
                        .param("at", Sql.at(row.recordedAt()))
                        .param("by", staffId)
                        .update();
        return added == 1;
    }

    /**
     * Reads all rows of a community.
     *
     * @param tenant the company
     * @param communityId the community
     * @return in any order
     */
    public List<ReadingDay> all(String tenant, String communityId) {
        return db
                .sql(SELECT)
                .param("tenant", tenant)
                .param("community", communityId)
                .query(ReadingDayStore::row)
                .list()
                .stream()
                .map(DayRow::day)
                .toList();
    }

    /**
     * Lists the rows of a community by month.
     *
     * @param tenant the company
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<DayRow> list(String tenant, String communityId, PageRequest request) {
        List<DayRow> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("after", request.after().map(PageRequest::day).orElse(FIRST_DAY))
                        .param("fetch", request.fetch())
                        .query(ReadingDayStore::row)
                        .list();
        return Page.of(rows, request, row -> row.day().from().atDay(1).toString());
    }

    private static DayRow row(ResultSet row, int index) throws SQLException {
        YearMonth from = YearMonth.from(row.getObject("from_month", LocalDate.class));
        return new DayRow(new ReadingDay(from, row.getInt("day")), Sql.instant(row, "recorded_at"));
    }
}
