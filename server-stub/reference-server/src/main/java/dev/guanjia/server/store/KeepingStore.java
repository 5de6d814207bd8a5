package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Holding;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code keeping}: who keeps which seal, cheque book or right. */
@Repository
public class KeepingStore {

    private static final String INSERT =
            """
            insert into keeping (tenant, id, staff_id, thing, from_day, created_at)
            values (:tenant, :id, :staff, :thing, :from, :at)
            """;
    private static final String SELECT =
            "select id, staff_id, thing, from_day, to_day from keeping where tenant = :tenant";
    private static final String END =
            """
            update keeping set to_day = :to, end_reason = :reason
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;

    KeepingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A keeping.
     *
     * @param id its name
     * @param staffId who keeps it
     * @param thing what is kept
     * @param from the first day
     * @param to the first day without it; null while no end is known
     */
    public record KeepingRow(
            String id, String staffId, String thing, LocalDate from, @Nullable LocalDate to) {

        /**
         * The keeping as segregation sees it.
         *
         * @return empty if it ended on its first day
         */
        public Optional<Holding> holding() {
            Optional<LocalDate> last = Optional.ofNullable(to).map(day -> day.minusDays(1));
            return last.filter(day -> day.isBefore(from)).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new Holding(
                                    new StaffId(staffId),
                                    new SegregationKey(thing),
                                    from,
                                    last,
                                    Holding.Way.CUSTODY));
        }
    }

    /**
     * Adds a keeping.
     *
     * @param tenant the company
     * @param row the keeping, without an end
     * @param at when
     */
    public void add(String tenant, KeepingRow row, Instant at) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", row.staffId())
                .param("thing", row.thing())
                .param("from", row.from())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Every keeping there ever was.
     *
     * @param tenant the company
     * @return in order of ids
     */
    public List<KeepingRow> all(String tenant) {
        return db.sql(SELECT + " order by id")
                .param("tenant", tenant)
                .query(KeepingStore::row)
                .list();
    }

    /**
     * Everything that a person ever kept.
     *
     * @param tenant the company
     * @param staffId the person
     * @return in order of ids
     */
    public List<KeepingRow> of(String tenant, String staffId) {
        return db.sql(SELECT + " and staff_id = :staff order by id")
                .param("tenant", tenant)
                .param("staff", staffId)
                .query(KeepingStore::row)
                .list();
    }

    /**
     * Reads a keeping and keeps others from ending it until the transaction ends.
     *
     * @param tenant the company
     * @param id the keeping id
     * @return empty if there is none
     */
    public Optional<KeepingRow> lock(String tenant, String id) {
        return db.sql(SELECT + " and id = :id for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(KeepingStore::row)
                .optional();
    }

    /**
     * Ends a keeping that {@link #lock} gave.
     *
     * @param tenant the company
     * @param row the keeping with its end
     * @param reason why; null if nothing was said
     */
    public void end(String tenant, KeepingRow row, @Nullable String reason) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("to", row.to())
                .param("reason", reason)
                .update();
    }

    private static KeepingRow row(ResultSet row, int index) throws SQLException {
        return new KeepingRow(
                row.getString("id"),
                row.getString("staff_id"),
                row.getString("thing"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
