package dev.guanjia.server.store;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Certificate;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code equipment}, {@code equipment_stay} and {@code equipment_certificate}. */
@Repository
public class EquipmentStore {

    private static final String INSERT =
            """
            insert into equipment (tenant, id, kind, serial, name, community_id, warranty_from,
                warranty_to, recorded_at)
            values (:tenant, :id, :kind, :serial, :name, :community, :from, :to, :at)
            on conflict (kind, serial, tenant) do nothing
            """;
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
    private static final String UPDATE =
            """
            update equipment set community_id = :community, retired_on = :retired,
                version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, kind, serial, name, retired_on, warranty_from, warranty_to, version
            from equipment where tenant = :tenant
            """;
    private static final String CHOSEN =
            SELECT
                    + """
                     and (cast(:community as text) is null or community_id = :community)
                     and (cast(:kind as text) is null or kind = :kind)
                     and (cast(:retired as boolean) is null
                         or (retired_on is not null) = :retired)
                    """;
    private static final String EVER_IN =
            SELECT
                    + """
                     and kind = :kind and id in (
                         select equipment_id from equipment_stay
                         where tenant = :tenant and community_id = :community)
                    order by id
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

    EquipmentStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A piece of equipment.
     *
     * @param equipment what it is and where it was
     * @param version counted from one
     */
    public record EquipmentRow(Equipment equipment, long version) {

        /**
         * Which one.
         *
         * @return its id
         */
        public String id() {
            return equipment.id().value();
        }

        /**
         * Where it is, or was last.
         *
         * @return the last place
         */
        public Place place() {
            return equipment.stays().get(equipment.stays().size() - 1).place();
        }
    }

    /**
     * Which equipment is asked for; null for any.
     *
     * @param community where it is
     * @param kind the class
     * @param retired whether it is retired
     */
    public record Filter(
            @Nullable String community, @Nullable String kind, @Nullable Boolean retired) {}

    /** A row of the table, without its places. */
    private record Raw(
            EquipmentId id,
            AssetKey kind,
            String serial,
            String name,
            Optional<LocalDate> retired,
            Optional<DateRange> warranty,
            long version) {

        EquipmentRow with(List<Stay> stays) {
            return new EquipmentRow(
                    new Equipment(id, kind, serial, name, stays, retired, warranty), version);
        }
    }

    /**
     * Adds a piece of equipment.
     *
     * @param tenant the company
     * @param added what is added
     * @param at when the row is made
     * @return false if another of its class has the number
     */
    public boolean add(String tenant, Equipment added, Instant at) {
        Stay first = added.stays().get(0);
        boolean done =
                db.sql(INSERT)
                                .param("tenant", tenant)
                                .param("id", added.id().value())
                                .param("kind", added.kind().value())
                                .param("serial", added.serial())
                                .param("name", added.name())
                                .param("community", first.place().community().value())
                                .param("from", added.warranty().map(DateRange::start).orElse(null))
                                .param("to", added.warranty().map(DateRange::end).orElse(null))
                                .param("at", Sql.at(at))
                                .update()
                        == 1;
        if (done) {
            add(tenant, added.id(), first);
        }
        return done;
    }

    /**
     * Keeps a piece of equipment that moved or was retired.
     *
     * @param tenant the company
     * @param before as it stands in the table
     * @param after as it is now
     */
    public void change(String tenant, Equipment before, Equipment after) {
        Stay last = after.stays().get(after.stays().size() - 1);
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", after.id().value())
                .param("community", last.place().community().value())
                .param("retired", after.retired().orElse(null))
                .update();
        if (after.stays().size() > before.stays().size()) {
            add(tenant, after.id(), last);
        }
    }

    private void add(String tenant, EquipmentId id, Stay stay) {
        db.sql(INSERT_STAY)
                .param("tenant", tenant)
                .param("id", id.value())
                .param("from", stay.from())
                .param("community", stay.place().community().value())
                .param("building", stay.place().building().map(BuildingId::value).orElse(null))
                .param("area", stay.place().area().orElse(null))
                .update();
    }

    /**
     * Adds a certificate.
     *
     * @param tenant the company
     * @param paper the certificate
     * @param at when the row is made
     */
    public void add(String tenant, Certificate paper, Instant at) {
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

    /**
     * Reads a piece of equipment.
     *
     * @param tenant the company
     * @param id which
     * @return empty if there is none
     */
    public Optional<EquipmentRow> find(String tenant, String id) {
        return read(tenant, one(tenant, SELECT + " and id = :id", id)).stream().findFirst();
    }

    /**
     * Reads a piece of equipment that is about to change, or of which something is recorded.
     *
     * @param tenant the company
     * @param id which
     * @return locked; empty if there is none
     */
    public Optional<EquipmentRow> lock(String tenant, String id) {
        return read(tenant, one(tenant, SELECT + " and id = :id for update", id)).stream()
                .findFirst();
    }

    private JdbcClient.StatementSpec one(String tenant, String sql, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id);
    }

    /**
     * Reads who has a number.
     *
     * @param tenant the company
     * @param kind the class
     * @param serial the number
     * @return at most one
     */
    public List<EquipmentRow> of(String tenant, AssetKey kind, String serial) {
        return read(
                tenant,
                db.sql(SELECT + " and kind = :kind and serial = :serial")
                        .param("tenant", tenant)
                        .param("kind", kind.value())
                        .param("serial", serial));
    }

    /**
     * Lists equipment by id.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<EquipmentRow> list(String tenant, Filter filter, PageRequest request) {
        JdbcClient.StatementSpec statement =
                filtered(tenant, CHOSEN + " and id > :after order by id limit :fetch", filter)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, statement), request, EquipmentRow::id);
    }

    /**
     * Reads equipment.
     *
     * @param tenant the company
     * @param filter which
     * @return by id
     */
    public List<EquipmentRow> all(String tenant, Filter filter) {
        return read(tenant, filtered(tenant, CHOSEN + " order by id", filter));
    }

    private JdbcClient.StatementSpec filtered(String tenant, String sql, Filter filter) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("community", filter.community())
                .param("kind", filter.kind())
                .param("retired", filter.retired());
    }

    /**
     * Reads the equipment of a class that was ever in a community.
     *
     * @param tenant the company
     * @param community where
     * @param kind the class
     * @return by id
     */
    public List<EquipmentRow> everIn(String tenant, String community, AssetKey kind) {
        return read(
                tenant,
                db.sql(EVER_IN)
                        .param("tenant", tenant)
                        .param("community", community)
                        .param("kind", kind.value()));
    }

    /**
     * Reads the certificates of equipment.
     *
     * @param tenant the company
     * @param ids of which
     * @return by equipment, kind, first day and number
     */
    public List<Certificate> certificates(String tenant, Collection<String> ids) {
        return db.sql(CERTIFICATES)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query((row, index) -> certificate(row))
                .list();
    }

    private List<EquipmentRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> raw(row)).list();
        Map<String, List<Stay>> stays = new TreeMap<>();
        db.sql(STAYS)
                .param("tenant", tenant)
                .param("ids", Sql.array(rows, row -> row.id().value()))
                .query(
                        (row, index) ->
                                stays.computeIfAbsent(
                                                row.getString("equipment_id"),
                                                key -> new ArrayList<>())
                                        .add(stay(row)))
                .list();
        return rows.stream().map(row -> row.with(stays.get(row.id().value()))).toList();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("warranty_from", LocalDate.class);
        LocalDate to = row.getObject("warranty_to", LocalDate.class);
        return new Raw(
                new EquipmentId(row.getString("id")),
                new AssetKey(row.getString("kind")),
                row.getString("serial"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("retired_on", LocalDate.class)),
                from == null ? Optional.empty() : Optional.of(new DateRange(from, to)),
                row.getLong("version"));
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
