package dev.guanjia.server.store;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Certificate;
import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code equipment_stay} and {@code equipment_certificate}. Rows are only ever added.
 */
@Component
class EquipmentPaperStore {

    private static final String INSERT_STAY =
            """
            insert into equipment_stay (tenant, equipment_id, from_day, community_id, building_id,
                area)
            values (:tenant, :id, :from, :community, :building, :area)
            """;
    private static final String INSERT_CERTIFICATE =
            """
            insert into equipment_certificate (tenant, equipment_id, kind, number, from_day, to_day,
                recorded_at)
            values (:tenant, :id, :kind, :number, :from, :to, :at)
            """;
    private static final String STAYS =
            """
            select equipment_id, from_day, community_id, building_id, area from equipment_stay
            where tenant = :tenant and equipment_id = any(cast(:ids as text[]))
            order by equipment_id, from_day
            """;
    private static final String CERTIFICATES =
            """
            select equipment_id, kind, number, from_day, to_day from equipment_certificate
            where tenant = :tenant and equipment_id = any(cast(:ids as text[]))
            order by equipment_id, kind, from_day, number
            """;

    private final JdbcClient db;

    EquipmentPaperStore(JdbcClient db) {
        this.db = db;
    }

    void add(String tenant, EquipmentId id, Stay stay) {
        db.sql(INSERT_STAY)
                .param("tenant", tenant)
                .param("id", id.value())
                .param("from", stay.from())
                .param("community", stay.place().community().value())
                .param("building", stay.place().building().map(BuildingId::value).orElse(null))
                .param("area", stay.place().area().orElse(null))
                .update();
    }

    void add(String tenant, Certificate paper, Instant at) {
        db.sql(INSERT_CERTIFICATE)
                .param("tenant", tenant)
                .param("id", paper.equipment().value())
                .param("kind", paper.kind().value())
                .param("number", paper.number())
                .param("from", paper.from())
                .param("to", paper.last().map(last -> last.plusDays(1)).orElse(null))
                .param("at", Sql.at(at))
                .update();
    }

    /** Where each of these pieces was, by day. */
    Map<String, List<Stay>> stays(String tenant, Collection<String> ids) {
        Map<String, List<Stay>> stays = new TreeMap<>();
        db.sql(STAYS)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        (row, index) ->
                                stays.computeIfAbsent(
                                                row.getString("equipment_id"),
                                                key -> new ArrayList<>())
                                        .add(stay(row)))
                .list();
        return stays;
    }

    /** The certificates of these pieces, by equipment, kind, first day and number. */
    List<Certificate> certificates(String tenant, Collection<String> ids) {
        return db.sql(CERTIFICATES)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query((row, index) -> certificate(row))
                .list();
    }

    private static Stay stay(ResultSet row) throws SQLException {
        return new Stay(
                row.getObject("from_day", LocalDate.class),
                new Place(
                        new CommunityId(row.getString("community_id")),
                        Optional.ofNullable(row.getString("building_id")).map(BuildingId::new),
                        Optional.ofNullable(row.getString("area"))));
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                new EquipmentId(row.getString("equipment_id")),
                new AssetKey(row.getString("kind")),
                row.getString("number"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class))
                        .map(to -> to.minusDays(1)));
    }
}
