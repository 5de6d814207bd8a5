package dev.guanjia.server.store;

import dev.guanjia.server.access.HeldPosts;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code assignment}: who holds which post from when. */
@Repository
public class AssignmentStore implements HeldPosts {

    private static final String INSERT =
            """
            insert into assignment (tenant, id, staff_id, post, from_day, created_at)
            values (:tenant, :id, :staff, :post, :from, :at)
            on conflict (tenant, staff_id, post, from_day) do nothing
            """;
    private static final String LIST =
            """
            select id, staff_id, post, from_day from assignment
            where tenant = :tenant and staff_id = :staff and (from_day, id) > (:day, :after)
            order by from_day, id limit :fetch
            """;
    private static final String HELD =
            """
            select distinct post from assignment
            where tenant = :tenant and staff_id = :staff
                and from_day <= :day and (to_day is null or to_day > :day)
            """;
    private static final List<String> FIRST = List.of("0001-01-01", "");

    private final JdbcClient db;

    AssignmentStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A post that somebody holds.
     *
     * @param id the assignment
     * @param staffId the person
     * @param post the post
     * @param from the first day
     */
    public record AssignmentRow(String id, String staffId, String post, LocalDate from) {}

    /**
     * Adds an assignment.
     *
     * @param tenant the company
     * @param row the assignment
     * @param at when
     * @return false if the person holds the post from that day already
     */
    public boolean add(String tenant, AssignmentRow row, Instant at) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("staff", row.staffId())
                        .param("post", row.post())
                        .param("from", row.from())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Lists a person's assignments by first day.
     *
     * @param tenant the company
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<AssignmentRow> list(String tenant, String staffId, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .param("day", day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(AssignmentStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.from().toString(), row.id()));
    }

    @Override
    public SortedSet<String> on(String tenant, String staffId, LocalDate day) {
        return new TreeSet<>(
                db.sql(HELD)
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .param("day", day)
                        .query(String.class)
                        .list());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException forged) {
            throw PageRequest.invalid();
        }
    }

    private static AssignmentRow row(ResultSet row, int index) throws SQLException {
        return new AssignmentRow(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("post"),
                row.getObject("from_day", LocalDate.class));
    }
}
