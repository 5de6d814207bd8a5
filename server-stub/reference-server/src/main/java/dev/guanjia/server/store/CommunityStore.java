package dev.guanjia.server.store;

import dev.guanjia.property.Community;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code community}. */
@Repository
public class CommunityStore {

    private static final String INSERT =
            """
            insert into community (tenant, id, name, time_zone, calendar, recorded_at)
            values (:tenant, :id, :name, :zone, :calendar, :at)
            on conflict (tenant, name) do nothing
            """;
    private static final String SELECT =
            "select id, name, time_zone, calendar, recorded_at from community where tenant = :tenant";
    private static final String LIST = SELECT + " and name > :after order by name limit :fetch";

    private final JdbcClient db;

    CommunityStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A community.
     *
     * @param community its name and its time zone
     * @param recordedAt when the row was made
     */
    public record CommunityRow(Community community, Instant recordedAt) {

        /**
         * The name of the row.
         *
         * @return the community id
         */
        public String id() {
            return community.id().value();
        }
    }

    /**
     * Adds a community.
     *
     * @param tenant the company
     * @param row the community
     * @return false if the name is taken
     */
    public boolean add(String tenant, CommunityRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("name", row.community().name())
                        .param("zone", row.community().zone().getId())
                        .param("calendar", row.community().calendar())
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * Reads a community; its time zone is {@code row.community().zone()}.
     *
     * @param tenant the company
     * @param id the community id
     * @return empty if there is none
     */
    public Optional<CommunityRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(CommunityStore::row)
                .optional();
    }

    /**
     * Lists communities by name.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<CommunityRow> list(String tenant, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(CommunityStore::row)
                        .list(),
                request,
                row -> row.community().name());
    }

    private static CommunityRow row(ResultSet row, int index) throws SQLException {
        Community community =
                new Community(
                        new CommunityId(row.getString("id")),
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("calendar"));
        return new CommunityRow(community, Sql.instant(row, "recorded_at"));
    }
}
