package dev.guanjia.server.store;

import dev.guanjia.property.Building;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code building}. */
@Repository
public class BuildingStore {

    private static final String INSERT =
            """
            insert into building (tenant, id, community_id, code, name)
            values (:tenant, :id, :community, :code, :name)
            on conflict (tenant, community_id, code) do nothing
            """;
    private static final String SELECT =
            """
            select id, community_id, code, name from building
            where tenant = :tenant and community_id = :community
            """;
    private static final String LIST = SELECT + " and code > :after order by code limit :fetch";

    private final JdbcClient db;

    BuildingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds a building.
     *
     * @param tenant the company
     * @param building the building
     * @return false if the code is taken in its community
     */
    public boolean add(String tenant, Building building) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", building.id().value())
                        .param("community", building.community().value())
                        .param("code", building.code())
                        .param("name", building.name())
                        .update()
                == 1;
    }

    /**
     * Reads buildings of a community.
     *
     * @param tenant the company
     * @param communityId the community
     * @param ids building ids; those that are not of this community are left out
     * @return by id
     */
    public Map<String, Building> find(String tenant, String communityId, Collection<String> ids) {
        return db
                .sql(SELECT + " and id = any(cast(:ids as text[]))")
                .param("tenant", tenant)
                .param("community", communityId)
                .param("ids", Sql.array(ids, id -> id))
                .query(BuildingStore::row)
                .list()
                .stream()
                .collect(Collectors.toMap(building -> building.id().value(), Function.identity()));
    }

    /**
     * Finds buildings of a community by their codes.
     *
     * @param tenant the company
     * @param communityId the community
     * @param codes codes; those that no building has are left out
     * @return by code
     */
    public Map<String, Building> coded(
            String tenant, String communityId, Collection<String> codes) {
        return db
                .sql(SELECT + " and code = any(cast(:codes as text[]))")
                .param("tenant", tenant)
                .param("community", communityId)
                .param("codes", Sql.array(codes, code -> code))
                .query(BuildingStore::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Building::code, Function.identity()));
    }

    /**
     * Lists the buildings of a community by code.
     *
     * @param tenant the company
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<Building> list(String tenant, String communityId, PageRequest request) {
        List<Building> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(BuildingStore::row)
                        .list();
        return Page.of(rows, request, Building::code);
    }

    private static Building row(ResultSet row, int index) throws SQLException {
        return new Building(
                new BuildingId(row.getString("id")),
                new CommunityId(row.getString("community_id")),
                row.getString("code"),
                row.getString("name"));
    }
}
