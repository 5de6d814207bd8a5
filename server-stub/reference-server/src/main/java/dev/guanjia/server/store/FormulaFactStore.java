package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code formula_fact}. */
@Repository
public class FormulaFactStore {

    private static final String INSERT =
            """
            insert into formula_fact (tenant, id, community_id, building_id, unit_id, name, value,
                from_day, until_day, source, recorded_at)
            values (:tenant, :id, :community, :building, :unit, :name, :value, :from, :until,
                :source, :at)
            """;
    private static final String LIST =
            """
            select id, seq, community_id, building_id, unit_id, name, value, from_day, until_day,
                source, recorded_at
            from formula_fact
            where tenant = :tenant and community_id = :community and seq > :after
            order by seq limit :fetch
            """;
    private static final String OF_UNITS =
            """
            select distinct on (u.id, f.name) u.id, f.name, f.value
            from unit u join formula_fact f on f.tenant = u.tenant
                and f.community_id = u.community_id
                and (f.unit_id is null or f.unit_id = u.id)
                and (f.building_id is null or f.building_id = u.building_id)
                and f.from_day <= :day and (f.until_day is null or f.until_day > :day)
            where u.tenant = :tenant and u.id = any(cast(:units as text[]))
            order by u.id, f.name, f.unit_id is null, f.building_id is null, f.from_day desc,
                f.seq desc
            """;

    private final JdbcClient db;

    FormulaFactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a name stands for.
     *
     * @param id its id
     * @param seq its place among all
     * @param place for what
     * @param name the name and its value
     * @param days on which days
     * @param source where it comes from
     * @param recordedAt when it was stored
     */
    public record FactRow(
            String id,
            long seq,
            Place place,
            Named name,
            Days days,
            String source,
            Instant recordedAt) {}

    /**
     * For what.
     *
     * @param communityId where
     * @param buildingId only the units of a building; null for no building
     * @param unitId only one unit; null for none
     */
    public record Place(String communityId, @Nullable String buildingId, @Nullable String unitId) {}

    /**
     * A name and its value.
     *
     * @param name the id of the name
     * @param value a decimal of zero or more
     */
    public record Named(String name, String value) {}

    /**
     * From when on.
     *
     * @param from the first day
     * @param to the day after the last; null where it goes on
     */
    public record Days(LocalDate from, @Nullable LocalDate to) {}

    /**
     * Adds a fact.
     *
     * @param tenant the company
     * @param row the fact
     */
    public void add(String tenant, FactRow row) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("community", row.place().communityId())
                .param("building", row.place().buildingId())
                .param("unit", row.place().unitId())
                .param("name", row.name().name())
                .param("value", new BigDecimal(row.name().value()))
                .param("from", row.days().from())
                .param("until", row.days().to())
                .param("source", row.source())
                .param("at", Sql.at(row.recordedAt()))
                .update();
    }

    /**
     * Lists the facts of a community in the order in which they were stated.
     *
     * @param tenant the company
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<FactRow> list(String tenant, String communityId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", communityId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(FormulaFactStore::row)
                        .list(),
                request,
                row -> Long.toString(row.seq()));
    }

    /**
     * What holds for units on a day: the narrower before the wider, what began last before the
     * rest.
     *
     * @param tenant the company
     * @param unitIds the units
     * @param day the day
     * @return values by name; units of which nothing is stated are left out
     */
    public Map<UnitId, SortedMap<String, Rational>> ofUnits(
            String tenant, Collection<String> unitIds, LocalDate day) {
        Map<UnitId, SortedMap<String, Rational>> facts = new HashMap<>();
        db.sql(OF_UNITS)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .param("day", day)
                .query(
                        row -> {
                            facts.computeIfAbsent(
                                            new UnitId(row.getString("id")), any -> new TreeMap<>())
                                    .put(
                                            row.getString("name"),
                                            Sql.rational(Sql.decimal(row, "value")));
                        });
        return facts;
    }

    private static FactRow row(ResultSet row, int index) throws SQLException {
        return new FactRow(
                row.getString("id"),
                row.getLong("seq"),
                new Place(
                        row.getString("community_id"),
                        row.getString("building_id"),
                        row.getString("unit_id")),
                new Named(row.getString("name"), Sql.decimal(row, "value")),
                new Days(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)),
                row.getString("source"),
                Sql.instant(row, "recorded_at"));
    }
}
