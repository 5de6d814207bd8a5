package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code staff}. */
@Repository
public class StaffStore {

    private static final String COLUMNS = "id, staff_no, name, mobile, version, created_at";
    private static final String INSERT =
            """
            insert into staff (tenant, id, staff_no, name, mobile, version, created_at)
            values (:tenant, :id, :no, :name, :mobile, :version, :at)
            on conflict (tenant, staff_no) do nothing
            """;
    private static final String FIND =
            "select " + COLUMNS + " from staff where tenant = :tenant and id = :id";
    private static final String LIST =
            "select "
                    + COLUMNS
                    + """
                     from staff where tenant = :tenant and staff_no > :after
                    order by staff_no limit :fetch
                    """;
    private static final String UPDATE =
            """
            update staff set name = :name, mobile = :mobile, version = :version
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    StaffStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One person.
     *
     * @param id the staff id
     * @param staffNo the company's number for the person
     * @param name the name
     * @param mobile the number, where known
     * @param version counted from 1
     * @param recordedAt when the row was made
     */
    public record StaffRow(
            String id,
            String staffNo,
            String name,
            @Nullable String mobile,
            long version,
            Instant recordedAt) {}

    /**
     * Adds a person.
     *
     * @param tenant the company
     * @param row the person
     * @return false if the staff number is taken
     */
    public boolean add(String tenant, StaffRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("no", row.staffNo())
                        .param("name", row.name())
                        .param("mobile", row.mobile())
                        .param("version", row.version())
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * Reads a person.
     *
     * @param tenant the company
     * @param id the staff id
     * @return empty if there is none
     */
    public Optional<StaffRow> find(String tenant, String id) {
        return db.sql(FIND)
                .param("tenant", tenant)
                .param("id", id)
                .query(StaffStore::row)
                .optional();
    }

    /**
     * Reads a person and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the staff id
     * @return empty if there is none
     */
    public Optional<StaffRow> lock(String tenant, String id) {
        return db.sql(FIND + " for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(StaffStore::row)
                .optional();
    }

    /**
     * Lists people by staff number.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<StaffRow> list(String tenant, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(StaffStore::row)
                        .list(),
                request,
                StaffRow::staffNo);
    }

    /**
     * Changes a person that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the person as it shall be
     */
    public void update(String tenant, StaffRow row) {
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("name", row.name())
                .param("mobile", row.mobile())
                .param("version", row.version())
                .update();
    }

    private static StaffRow row(ResultSet row, int index) throws SQLException {
        return new StaffRow(
                row.getString("id"),
                row.getString("staff_no"),
                row.getString("name"),
                row.getString("mobile"),
                row.getLong("version"),
                Sql.instant(row, "created_at"));
    }
}
