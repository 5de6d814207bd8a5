package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Vacancy;
import dev.guanjia.server.store.UnitEntryStore.Opening;
import dev.guanjia.server.store.UnitEntryStore.Place;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what units were entered with, whatever happened to them since. */
@Repository
public class UnitOpeningStore {

    private static final String OPENINGS =
            """
            select u.id, u.building_id, u.number, f.use, f.area, f.owner_id, f.vacancy, f.from_day
            from unit u
            join unit_fact f on f.tenant = u.tenant and f.unit_id = u.id and f.fact = 'OPENING'
            where u.tenant = :tenant and u.building_id = any(cast(:buildings as text[]))
            """;

    private final JdbcClient db;

    UnitOpeningStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a unit was entered with.
     *
     * @param use its use
     * @param area square metres
     * @param owner its owner
     * @param opening since when, and whether anybody used it
     */
    public record Told(UnitUse use, Rational area, OwnerId owner, Opening opening) {}

    /**
     * A unit of the table.
     *
     * @param id the unit id
     * @param told what it was entered with
     */
    public record Opened(String id, Told told) {}

    /**
     * Reads the units of buildings.
     *
     * @param tenant the company
     * @param buildingIds the buildings
     * @return by place
     */
    public Map<Place, Opened> ofBuildings(String tenant, Collection<String> buildingIds) {
        Map<Place, Opened> opened = new HashMap<>();
        db.sql(OPENINGS)
                .param("tenant", tenant)
                .param("buildings", Sql.array(buildingIds, id -> id))
                .query(
                        row -> {
                            Opening opening =
                                    new Opening(
                                            row.getObject("from_day", LocalDate.class),
                                            Vacancy.valueOf(row.getString("vacancy")));
                            Told told =
                                    new Told(
                                            UnitUse.valueOf(row.getString("use")),
                                            Rational.from(row.getBigDecimal("area")),
                                            new OwnerId(row.getString("owner_id")),
                                            opening);
                            opened.put(
                                    new Place(
                                            row.getString("building_id"), row.getString("number")),
                                    new Opened(row.getString("id"), told));
                        });
        return opened;
    }
}
