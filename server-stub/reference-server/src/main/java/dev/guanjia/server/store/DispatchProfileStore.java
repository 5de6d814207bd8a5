package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dispatch_profile}: in what somebody can be sent. Rows are only ever added. */
@Repository
public class DispatchProfileStore {

    private static final String INSERT =
            """
            insert into dispatch_profile
                (tenant, id, staff_id, post, areas, load_limit, from_day, recorded_at)
            values (:tenant, :id, :staff, :post, cast(:areas as text[]), :limit, :from, :at)
            on conflict (staff_id, from_day, tenant) do nothing
            """;
    private static final String SELECT =
            """
            select id, staff_id, post, areas, load_limit, from_day from dispatch_profile
            where tenant = :tenant
            """;
    private static final String IS_KEPT =
            """
            select exists (select from dispatch_profile
                where tenant = :tenant and staff_id = :staff and from_day <= :day)
            """;
    private static final String AREAS =
            """
            select id from community where tenant = :tenant and id = any(cast(:ids as text[]))
            union
            select id from building where tenant = :tenant and id = any(cast(:ids as text[]))
            """;

    private final JdbcClient db;

    DispatchProfileStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * In what somebody can be sent.
     *
     * @param id the row
     * @param staffId the person
     * @param post the post they work in
     * @param areas communities and buildings
     * @param limit the most open orders at a time
     * @param from the first day of the row
     */
    public record ProfileRow(
            String id, String staffId, String post, List<String> areas, int limit, LocalDate from) {

        /** Copies. */
        public ProfileRow {
            areas = List.copyOf(areas);
        }
    }

    /**
     * Adds a profile.
     *
     * @param tenant the company
     * @param row the profile
     * @param at when
     * @return false if the person has one from that day already
     */
    public boolean add(String tenant, ProfileRow row, Instant at) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("staff", row.staffId())
                        .param("post", row.post())
                        .param("areas", Sql.array(row.areas(), area -> area))
                        .param("limit", row.limit())
                        .param("from", row.from())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Which of these are communities or buildings of the company.
     *
     * @param tenant the company
     * @param ids what is asked
     * @return those that are
     */
    public Set<String> areas(String tenant, Collection<String> ids) {
        return new TreeSet<>(
                db.sql(AREAS)
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id))
                        .query(String.class)
                        .list());
    }

    /**
     * Whether a person is kept ready for dispatch.
     *
     * @param tenant the company
     * @param staffId the person
     * @param day the day
     * @return true if they have a profile in force
     */
    public boolean isKept(String tenant, String staffId, LocalDate day) {
        return db.sql(IS_KEPT)
                .param("tenant", tenant)
                .param("staff", staffId)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /**
     * The profiles of everybody.
     *
     * @param tenant the company
     * @return every row there ever was, by person and first day
     */
    public List<ProfileRow> all(String tenant) {
        return db.sql(SELECT + " order by staff_id, from_day")
                .param("tenant", tenant)
                .query(DispatchProfileStore::row)
                .list();
    }

    /**
     * Lists a person's profiles by first day.
     *
     * @param tenant the company
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<ProfileRow> list(String tenant, String staffId, PageRequest request) {
        return Page.slice(
                db.sql(SELECT + " and staff_id = :staff")
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .query(DispatchProfileStore::row)
                        .list(),
                request,
                row -> row.from().toString());
    }

    private static ProfileRow row(ResultSet row, int index) throws SQLException {
        return new ProfileRow(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("post"),
                Sql.texts(row, "areas"),
                row.getInt("load_limit"),
                row.getObject("from_day", LocalDate.class));
    }
}
