package dev.guanjia.server.store;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.HeldPosts;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code assignment}: who holds which post from when. Who stands in may act, too. */
@Repository
public class AssignmentStore implements HeldPosts {

    private static final String INSERT =
            """
            insert into assignment (tenant, id, staff_id, post, from_day, created_at)
            values (:tenant, :id, :staff, :post, :from, :at)
            """;
    private static final String LIST =
            """
            select id, staff_id, post, from_day, to_day from assignment
            where tenant = :tenant and staff_id = :staff and (from_day, id) > (:day, :after)
            order by from_day, id limit :fetch
            """;
    private static final String ALL =
            "select staff_id, post, from_day, to_day from assignment where tenant = :tenant";
    private static final String HELD =
            """
            select post from assignment
            where tenant = :tenant and staff_id = :staff
                and from_day <= :day and (to_day is null or to_day > :day)
            union
            select post from stand_in
            where tenant = :tenant and staff_id = :staff and from_day <= :day and to_day > :day
            """;
    private static final String LOCK =
            """
            select id, staff_id, post, from_day, to_day from assignment
            where tenant = :tenant and staff_id = :staff and id = :id for update
            """;
    private static final String END =
            """
            update assignment set to_day = :to, end_reason = :reason
            where tenant = :tenant and id = :id
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
     * @param to the first day without it; null while none is known
     */
    public record AssignmentRow(
            String id, String staffId, String post, LocalDate from, @Nullable LocalDate to) {}

    /**
     * Reads an assignment and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param staffId the person
     * @param id the assignment
     * @return empty if the person has no such assignment
     */
    public Optional<AssignmentRow> lock(String tenant, String staffId, String id) {
        return db.sql(LOCK)
                .param("tenant", tenant)
                .param("staff", staffId)
                .param("id", id)
                .query(AssignmentStore::row)
                .optional();
    }

    /**
     * Ends an assignment that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the assignment with its end
     * @param reason why, where somebody said it
     */
    public void end(String tenant, AssignmentRow row, @Nullable String reason) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("to", row.to())
                .param("reason", reason)
                .update();
    }

    /**
     * Adds an assignment.
     *
     * @param tenant the company
     * @param row the assignment
     * @param at when
     */
    public void add(String tenant, AssignmentRow row, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", row.staffId())
                .param("post", row.post())
                .param("from", row.from())
                .param("at", Sql.at(at))
                .update();
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
                        .param("day", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(AssignmentStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.from().toString(), row.id()));
    }

    /**
     * All assignments of a person, for the domain to decide on.
     *
     * @param tenant the company
     * @param staffId the person
     * @return what the person holds, held and will hold
     */
    public Assignments of(String tenant, String staffId) {
        return new Assignments(
                db.sql(ALL + " and staff_id = :staff")
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .query(AssignmentStore::assignment)
                        .list());
    }

    /**
     * The assignments of everybody.
     *
     * @param tenant the company
     * @return who holds, held and will hold which post
     */
    public Assignments all(String tenant) {
        return new Assignments(
                db.sql(ALL).param("tenant", tenant).query(AssignmentStore::assignment).list());
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

    /** The table says the first day without the post, the domain the last day with it. */
    private static Assignment assignment(ResultSet row, int index) throws SQLException {
        return new Assignment(
                new StaffId(row.getString("staff_id")),
                new PostKey(row.getString("post")),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class))
                        .map(end -> end.minusDays(1)));
    }

    private static AssignmentRow row(ResultSet row, int index) throws SQLException {
        return new AssignmentRow(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("post"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
