package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code meeting_schedule}: on which days meetings are held. Rows are only ever added.
 */
@Repository
public class MeetingScheduleStore {

    private static final String INSERT =
            """
            insert into meeting_schedule (tenant, id, kind, every, from_day)
            values (:tenant, :id, :kind, :every, :from)
            on conflict (kind, from_day, tenant) do nothing
            """;
    private static final String LIST =
            """
            select id, kind, every, from_day from meeting_schedule
            where tenant = :tenant and (kind, from_day) > (:kind, :from)
            order by kind, from_day limit :fetch
            """;
    private static final List<String> FIRST = List.of("", "0001-01-01");

    private final JdbcClient db;

    MeetingScheduleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A schedule.
     *
     * @param id the row
     * @param kind the kind of meeting
     * @param every the time from one to the next, such as {@code P2W}
     * @param from the day of the first
     */
    public record ScheduleRow(String id, String kind, String every, LocalDate from) {}

    /**
     * Adds a schedule.
     *
     * @param tenant the company
     * @param row the schedule
     * @return false if the kind has one from that day already
     */
    public boolean add(String tenant, ScheduleRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("kind", row.kind())
                        .param("every", row.every())
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /**
     * Lists schedules by kind and first day.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<ScheduleRow> list(String tenant, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("kind", after.get(0))
                        .param("from", PageRequest.day(after.get(1)))
                        .param("fetch", request.fetch())
                        .query(
                                (row, index) ->
                                        new ScheduleRow(
                                                row.getString("id"),
                                                row.getString("kind"),
                                                row.getString("every"),
                                                row.getObject("from_day", LocalDate.class)))
                        .list(),
                request,
                row -> PageRequest.join(row.kind(), row.from().toString()));
    }
}
