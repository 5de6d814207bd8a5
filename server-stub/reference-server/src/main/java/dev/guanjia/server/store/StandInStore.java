package dev.guanjia.server.store;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code stand_in}: who acts in a post they do not hold. */
@Repository
public class StandInStore {

    private static final String INSERT =
            """
            insert into stand_in
                (tenant, id, post, replaced_id, staff_id, from_day, to_day, created_at)
            values (:tenant, :id, :post, :replaced, :staff, :from, :to, :at)
            """;
    private static final String SELECT =
            """
            select id, post, replaced_id, staff_id, from_day, to_day from stand_in
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (cast(:post as text) is null or post = :post)
                        and (cast(:staff as text) is null or staff_id = :staff)
                        and (cast(:day as date) is null or (from_day <= :day and to_day > :day))
                        and (from_day, id) > (:first, :after)
                    order by from_day, id limit :fetch
                    """;
    private static final String END =
            """
            update stand_in set to_day = :to, end_reason = :reason
            where tenant = :tenant and id = :id
            """;
    private static final List<String> FIRST = List.of("0001-01-01", "");

    private final JdbcClient db;

    StandInStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A stand-in and the name of its row.
     *
     * @param id the row
     * @param standIn who acts for whom when
     */
    public record StandInRow(String id, StandIn standIn) {

        /**
         * The first day on which it no longer holds.
         *
         * @return the day after the last
         */
        public LocalDate to() {
            return standIn.last().plusDays(1);
        }
    }

    /**
     * Which stand-ins are wanted.
     *
     * @param post only in this post; empty for any
     * @param staffId only of this person; empty for anybody
     * @param day only those that hold on this day; empty for all
     */
    public record Filter(
            Optional<String> post, Optional<String> staffId, Optional<LocalDate> day) {}

    /**
     * Adds a stand-in.
     *
     * @param tenant the company
     * @param row the stand-in
     * @param at when
     */
    public void add(String tenant, StandInRow row, Instant at) {
        StandIn standIn = row.standIn();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("post", standIn.post().value())
                .param("replaced", standIn.replaced().map(StaffId::value).orElse(null))
                .param("staff", standIn.by().value())
                .param("from", standIn.from())
                .param("to", row.to())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads a stand-in.
     *
     * @param tenant the company
     * @param id the row
     * @return empty if there is none
     */
    public Optional<StandInRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(StandInStore::row)
                .optional();
    }

    /**
     * Reads every stand-in there ever was.
     *
     * @param tenant the company
     * @return in no order
     */
    public List<StandIn> all(String tenant) {
        return db.sql(SELECT).param("tenant", tenant).query(StandInStore::row).list().stream()
                .map(StandInRow::standIn)
                .toList();
    }

    /**
     * Reads where a person ever stood in.
     *
     * @param tenant the company
     * @param staffId the person
     * @return in no order
     */
    public List<StandIn> of(String tenant, String staffId) {
        return db
                .sql(SELECT + " and staff_id = :staff")
                .param("tenant", tenant)
                .param("staff", staffId)
                .query(StandInStore::row)
                .list()
                .stream()
                .map(StandInRow::standIn)
                .toList();
    }

    /**
     * Lists stand-ins by first day.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<StandInRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("post", filter.post().orElse(null))
                        .param("staff", filter.staffId().orElse(null))
                        .param("day", filter.day().orElse(null))
                        .param("first", PageRequest.day(after.get(0)))
                        .param("after", after.get(1))
                        .param("fetch", request.fetch())
                        .query(StandInStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.standIn().from().toString(), row.id()));
    }

    /**
     * Ends a stand-in.
     *
     * @param tenant the company, locked
     * @param row the stand-in with its new end
     * @param reason why, where somebody said it
     */
    public void end(String tenant, StandInRow row, @Nullable String reason) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("to", row.to())
                .param("reason", reason)
                .update();
    }

    private static StandInRow row(ResultSet row, int index) throws SQLException {
        return new StandInRow(
                row.getString("id"),
                new StandIn(
                        new PostKey(row.getString("post")),
                        Optional.ofNullable(row.getString("replaced_id")).map(StaffId::new),
                        new StaffId(row.getString("staff_id")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class).minusDays(1)));
    }
}
