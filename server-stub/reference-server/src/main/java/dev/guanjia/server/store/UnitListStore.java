package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the table {@code unit} by building and number. */
@Repository
public class UnitListStore {

    /** Two buildings of different communities may have one code: the id of the unit decides. */
    private static final String LIST =
            "select "
                    + UnitToday.COLUMNS
                    + """
            , b.code from unit u join building b on b.tenant = u.tenant and b.id = u.building_id
            where u.tenant = :tenant
                and (cast(:community as text) is null or u.community_id = :community)
                and (cast(:building as text) is null or u.building_id = :building)
                and (b.code, u.number, u.id) > (:code, :number, :id)
            order by b.code, u.number, u.id limit :fetch
            """;

    private static final List<String> FIRST = List.of("", "", "");

    private final JdbcClient db;
    private final Clock clock;

    UnitListStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Which units are listed.
     *
     * @param communityId only of this community
     * @param buildingId only of this building
     */
    public record Filter(Optional<String> communityId, Optional<String> buildingId) {}

    private record Listed(UnitRow row, String code) {}

    /**
     * Lists units by building code, then number.
     *
     * @param tenant the company
     * @param filter which units
     * @param request which page
     * @return the page
     */
    public Page<UnitRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST).stream().map(UnitListStore::plain).toList();
        List<Listed> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("today", LocalDate.now(clock))
                        .param("community", filter.communityId().orElse(null))
                        .param("building", filter.buildingId().orElse(null))
                        .param("code", after.get(0))
                        .param("number", after.get(1))
                        .param("id", after.get(2))
                        .param("fetch", request.fetch())
                        .query(UnitListStore::row)
                        .list();
        return Page.of(rows, request, UnitListStore::key).map(Listed::row);
    }

    private static String key(Listed listed) {
        String number = listed.row().unit().number();
        return PageRequest.join(escaped(listed.code()), escaped(number), listed.row().id());
    }

    /** Codes and numbers are free text: the sign between the parts must not stand in one. */
    private static String escaped(String part) {
        return part.replace("~", "~0").replace("|", "~1");
    }

    private static String plain(String part) {
        return part.replace("~1", "|").replace("~0", "~");
    }

    private static Listed row(ResultSet row, int index) throws SQLException {
        return new Listed(UnitStore.row(row, index), row.getString("code"));
    }
}
