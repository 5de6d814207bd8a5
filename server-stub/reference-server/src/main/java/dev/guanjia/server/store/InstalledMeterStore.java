package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.MeterStore.MeterRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code meter}: meters where they are, with the register they have now. */
@Repository
public class InstalledMeterStore {

    private static final String SELECT =
            """
            select m.id, m.seq, m.unit_id, m.kind, m.serial_no, m.installed_on, m.initial_value,
                m.digits, m.community_id, m.parent_id, m.version, c.next_serial,
                c.next_first_value, c.next_digits, e.changed_on as removed_on
            from meter m
            left join lateral (
                select r.next_serial, r.next_first_value, r.next_digits
                from meter_register_change r
                where r.tenant = m.tenant and r.meter_id = m.id and r.next_serial is not null
                order by r.changed_on desc limit 1) c on true
            left join meter_register_change e
                on e.tenant = m.tenant and e.meter_id = m.id and e.next_serial is null
            where m.tenant = :tenant
            """;
    private static final String FIND = SELECT + " and m.id = :id";
    private static final String LIST =
            SELECT
                    + """
                    and (cast(:community as text) is null or m.community_id = :community)
                    and (cast(:unit as text) is null or m.unit_id = :unit)
                    and (cast(:kind as text) is null or m.kind = :kind)
                    and m.seq > :after order by m.seq limit :fetch
                    """;
    private static final String UNREAD =
            SELECT
                    + """
                    and m.community_id = :community and m.installed_on <= :day
                    and (e.changed_on is null or e.changed_on > :day)
                    and not exists (select 1 from meter_reading r
                        where r.tenant = m.tenant and r.meter_id = m.id
                            and r.read_on >= :first and r.read_on < :end)
                    and m.seq > :after order by m.seq limit :fetch
                    """;
    private static final String ABOVE =
            """
            with recursive up (id, parent_id) as (
                select id, parent_id from meter where tenant = :tenant and id = :id
                union
                select m.id, m.parent_id from meter m join up on m.id = up.parent_id
                where m.tenant = :tenant)
            """
                    + SELECT
                    + " and m.id in (select id from up) order by m.id";
    private static final String BELOW = SELECT + " and m.parent_id = :id order by m.id";
    private final JdbcClient db;

    InstalledMeterStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A meter where it is.
     *
     * @param row the meter
     * @param place where it is
     * @param now the register it has now
     * @param version counted from 1
     * @param seq where it stands in lists
     */
    public record InstalledMeter(
            MeterRow row, MeterPlace place, RegisterNow now, long version, long seq) {

        /**
         * Which one.
         *
         * @return its id
         */
        public String id() {
            return row.meter().id().value();
        }
    }

    /**
     * Where a meter is.
     *
     * @param communityId the community
     * @param parentId the meter above, if any
     */
    public record MeterPlace(String communityId, @Nullable String parentId) {}

    /**
     * The register that a meter has.
     *
     * @param serial the number on its plate
     * @param first what it showed first, with the decimals it was given with
     * @param digits its digits; 0 when unknown
     * @param removedOn when the meter was removed for good; null while it is in place
     */
    public record RegisterNow(
            String serial, String first, int digits, @Nullable LocalDate removedOn) {}

    /**
     * Which meters are listed.
     *
     * @param communityId only of this community
     * @param unitId only of this unit
     * @param kind only of this kind
     */
    public record Filter(
            @Nullable String communityId, @Nullable String unitId, @Nullable String kind) {}

    /**
     * A month whose readings are looked for.
     *
     * @param first its first day
     * @param day by which the meters are read
     */
    public record Month(LocalDate first, LocalDate day) {}

    /**
     * Reads a meter.
     *
     * @param tenant the company
     * @param id the meter id
     * @return empty if there is none
     */
    public Optional<InstalledMeter> find(String tenant, String id) {
        return one(FIND, tenant, id).stream().findFirst();
    }

    /**
     * Reads a meter and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the meter id
     * @return empty if there is none
     */
    public Optional<InstalledMeter> lock(String tenant, String id) {
        return one(FIND + " for no key update of m", tenant, id).stream().findFirst();
    }

    /**
     * Reads a meter with all that are above it.
     *
     * @param tenant the company
     * @param id the meter id
     * @return by id
     */
    public List<InstalledMeter> above(String tenant, String id) {
        return one(ABOVE, tenant, id);
    }

    /**
     * Reads the meters directly below one.
     *
     * @param tenant the company
     * @param id the meter id
     * @return by id
     */
    public List<InstalledMeter> below(String tenant, String id) {
        return one(BELOW, tenant, id);
    }

    private List<InstalledMeter> one(String statement, String tenant, String id) {
        return db.sql(statement)
                .param("tenant", tenant)
                .param("id", id)
                .query(InstalledMeterStore::row)
                .list();
    }

    /**
     * Lists meters in the order in which they were entered.
     *
     * @param tenant the company
     * @param filter which meters
     * @param request which page
     * @return the page
     */
    public Page<InstalledMeter> list(String tenant, Filter filter, PageRequest request) {
        List<InstalledMeter> rows =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", filter.communityId())
                        .param("unit", filter.unitId())
                        .param("kind", filter.kind())
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(InstalledMeterStore::row)
                        .list();
        return page(rows, request);
    }

    /**
     * Lists the meters that were not read in a month.
     *
     * @param tenant the company
     * @param communityId the community
     * @param month the month
     * @param request which page
     * @return the page, in the order in which the meters were entered
     */
    public Page<InstalledMeter> unread(
            String tenant, String communityId, Month month, PageRequest request) {
        List<InstalledMeter> rows =
                db.sql(UNREAD)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("day", month.day())
                        .param("first", month.first())
                        .param("end", month.first().plusMonths(1))
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(InstalledMeterStore::row)
                        .list();
        return page(rows, request);
    }

    private static Page<InstalledMeter> page(List<InstalledMeter> rows, PageRequest request) {
        return Page.of(rows, request, row -> String.valueOf(row.seq()));
    }

    private static InstalledMeter row(ResultSet row, int index) throws SQLException {
        MeterRow meter = MeterStore.row(row, index);
        return new InstalledMeter(
                meter,
                new MeterPlace(row.getString("community_id"), row.getString("parent_id")),
                now(row, meter),
                row.getLong("version"),
                row.getLong("seq"));
    }

    private static RegisterNow now(ResultSet row, MeterRow meter) throws SQLException {
        LocalDate removed = row.getObject("removed_on", LocalDate.class);
        String serial = row.getString("next_serial");
        return serial == null
                ? new RegisterNow(
                        meter.meter().serial(),
                        meter.initialValue(),
                        meter.meter().digits(),
                        removed)
                : new RegisterNow(
                        serial,
                        Sql.decimal(row, "next_first_value"),
                        row.getInt("next_digits"),
                        removed);
    }
}
