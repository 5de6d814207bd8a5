package dev.guanjia.server.store;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Certificate;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.asset.Place;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code equipment}. */
@Repository
public class EquipmentStore {

    private static final String INSERT =
            """
            insert into equipment (tenant, id, kind, serial, name, community_id, warranty_from,
                warranty_to, recorded_at)
            values (:tenant, :id, :kind, :serial, :name, :community, :from, :to, :at)
            on conflict (kind, serial, tenant) do nothing
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
    private static final String COMMUNITIES =
            """
            select distinct s.community_id from equipment_stay s
            join equipment e on e.tenant = s.tenant and e.id = s.equipment_id
            where s.tenant = :tenant and e.kind = :kind order by s.community_id
            """;
    private final JdbcClient db;
    private final EquipmentPaperStore papers;

    EquipmentStore(JdbcClient db, EquipmentPaperStore papers) {
        this.db = db;
        this.papers = papers;
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
            papers.add(tenant, added.id(), first);
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
            papers.add(tenant, after.id(), last);
        }
    }

    /**
     * Adds a certificate.
     *
     * @param tenant the company
     * @param paper the certificate
     * @param at when the row is made
     */
    public void add(String tenant, Certificate paper, Instant at) {
        papers.add(tenant, paper, at);
    }

    /** Reads a piece of equipment; empty if there is none. */
    public Optional<EquipmentRow> find(String tenant, String id) {
        return one(tenant, SELECT + " and id = :id", id);
    }

    /** Reads several pieces of equipment, in any order; those that do not exist are left out. */
    public List<EquipmentRow> findAll(String tenant, Collection<String> ids) {
        return read(
                tenant,
                db.sql(SELECT + " and id = any(cast(:ids as text[]))")
                        .param("tenant", tenant)
                        .param("ids", Sql.array(ids, id -> id)));
    }

    /**
     * Reads a piece of equipment that is about to change, or of which something is recorded.
     *
     * @param tenant the company
     * @param id which
     * @return locked; empty if there is none
     */
    public Optional<EquipmentRow> lock(String tenant, String id) {
        return one(tenant, SELECT + " and id = :id for update", id);
    }

    private Optional<EquipmentRow> one(String tenant, String sql, String id) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
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
     * Reads where equipment of a class ever was.
     *
     * @param tenant the company
     * @param kind the class
     * @return the communities, by id
     */
    public List<String> communities(String tenant, AssetKey kind) {
        return db.sql(COMMUNITIES)
                .param("tenant", tenant)
                .param("kind", kind.value())
                .query(String.class)
                .list();
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
     * Reads certificates by equipment, kind, first day and number.
     *
     * @param tenant the company
     * @param ids of which equipment
     * @return the certificates
     */
    public List<Certificate> certificates(String tenant, Collection<String> ids) {
        return papers.certificates(tenant, ids);
    }

    private List<EquipmentRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<EquipmentColumns.Raw> rows = statement.query(EquipmentColumns::raw).list();
        Map<String, List<Stay>> stays =
                papers.stays(tenant, rows.stream().map(row -> row.id().value()).toList());
        return rows.stream().map(row -> row.with(stays.get(row.id().value()))).toList();
    }
}
