package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Drill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code drill_change}: how drills were moved and cancelled, never changed. */
@Repository
class DrillChangeStore {

    private static final String INSERT =
            """
            insert into drill_change (tenant, drill_id, line, to_day, occurred_at, staff_id,
                acting_post, authority_version, reason)
            values (:tenant, :id, :line, :to, :at, :staff, :post, :authority, :reason)
            """;
    private static final String SELECT =
            """
            select drill_id, to_day, occurred_at, staff_id, acting_post, authority_version, reason
            from drill_change where tenant = :tenant and drill_id = any(cast(:ids as text[]))
            order by drill_id, line
            """;

    private final JdbcClient db;

    DrillChangeStore(JdbcClient db) {
        this.db = db;
    }

    /** Adds the last change of a drill. */
    void add(String tenant, Drill drill) {
        Drill.Change last = drill.changes().get(drill.changes().size() - 1);
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", drill.id())
                .param("line", drill.changes().size())
                .param("to", last.to().orElse(null))
                .param("at", Sql.at(last.at()))
                .param("staff", last.by().staff().value())
                .param("post", last.by().post().value())
                .param("authority", last.by().authorityVersion())
                .param("reason", last.reason())
                .update();
    }

    /** The changes of each of these drills, in order. */
    Map<String, List<Drill.Change>> of(String tenant, Collection<String> ids) {
        Map<String, List<Drill.Change>> changes = new TreeMap<>();
        db.sql(SELECT)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        (row, index) ->
                                changes.computeIfAbsent(
                                                row.getString("drill_id"), id -> new ArrayList<>())
                                        .add(change(row)))
                .list();
        return changes;
    }

    private static Drill.Change change(ResultSet row) throws SQLException {
        return new Drill.Change(
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                row.getString("reason"));
    }
}
