package dev.guanjia.server.store;

import dev.guanjia.asset.Downtime;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code equipment_downtime}: when equipment was out of service. */
@Repository
public class DowntimeStore {

    private static final String INSERT =
            """
            insert into equipment_downtime (tenant, id, equipment_id, reference, cause, began_at,
                ended_at, recorded_at)
            values (:tenant, :id, :equipment, :reference, :cause, :began, :ended, :at)
            on conflict (reference, tenant) do nothing
            """;
    private static final String END =
            """
            update equipment_downtime set ended_at = :ended
            where tenant = :tenant and id = :id and ended_at is null
            """;
    private static final String SELECT =
            """
            select id, equipment_id, reference, cause, began_at, ended_at from equipment_downtime
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and equipment_id = :equipment and (began_at, id) < (:began, :after)
                    order by began_at desc, id desc limit :fetch
                    """;

    private final JdbcClient db;

    DowntimeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A report.
     *
     * @param id the row
     * @param downtime what was reported
     */
    public record DowntimeRow(String id, Downtime downtime) {}

    /**
     * Adds a report.
     *
     * @param tenant the company
     * @param row the report
     * @param at when the row is made
     * @return false if there is another of that reference
     */
    public boolean add(String tenant, DowntimeRow row, Instant at) {
        Downtime downtime = row.downtime();
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("equipment", downtime.equipment().value())
                        .param("reference", downtime.reference())
                        .param("cause", downtime.cause().name())
                        .param("began", Sql.at(downtime.from()))
                        .param("ended", downtime.to().map(Sql::at).orElse(null))
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Says when equipment ran again.
     *
     * @param tenant the company
     * @param id the row
     * @param ended since when
     */
    public void end(String tenant, String id, Instant ended) {
        db.sql(END).param("tenant", tenant).param("id", id).param("ended", Sql.at(ended)).update();
    }

    /**
     * Reads the report of a reference.
     *
     * @param tenant the company
     * @param reference the reference
     * @return empty if there is none
     */
    public Optional<DowntimeRow> referred(String tenant, String reference) {
        return db.sql(SELECT + " and reference = :reference")
                .param("tenant", tenant)
                .param("reference", reference)
                .query(DowntimeStore::row)
                .optional();
    }

    /**
     * Reads the reports of equipment.
     *
     * @param tenant the company
     * @param equipment of which
     * @return in any order
     */
    public List<DowntimeRow> of(String tenant, Collection<String> equipment) {
        return db.sql(SELECT + " and equipment_id = any(cast(:ids as text[]))")
                .param("tenant", tenant)
                .param("ids", Sql.array(equipment, id -> id))
                .query(DowntimeStore::row)
                .list();
    }

    /**
     * Lists the reports of a piece of equipment, latest first.
     *
     * @param tenant the company
     * @param equipment of which
     * @param request which page
     * @return the page
     */
    public Page<DowntimeRow> list(String tenant, String equipment, PageRequest request) {
        MomentKey after = MomentKey.latestFirst(request);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("equipment", equipment)
                        .param("began", Sql.at(after.at()))
                        .param("after", after.id())
                        .param("fetch", request.fetch())
                        .query(DowntimeStore::row)
                        .list(),
                request,
                row -> MomentKey.text(row.downtime().from(), row.id()));
    }

    private static DowntimeRow row(ResultSet row, int index) throws SQLException {
        return new DowntimeRow(
                row.getString("id"),
                new Downtime(
                        row.getString("reference"),
                        new EquipmentId(row.getString("equipment_id")),
                        Downtime.Cause.valueOf(row.getString("cause")),
                        Sql.instant(row, "began_at"),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }
}
