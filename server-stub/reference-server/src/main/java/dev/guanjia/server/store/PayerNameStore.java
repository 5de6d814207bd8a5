package dev.guanjia.server.store;

import dev.guanjia.property.Payer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people call payers and their units: two statements, however many are asked for. */
@Repository
public class PayerNameStore {

    private static final String NAMES =
            """
            select 'OWNER:' || id as payer, name from owner
            where tenant = :tenant and id = any(cast(:owners as text[]))
            union all
            select 'OCCUPANT:' || id, name from occupant
            where tenant = :tenant and id = any(cast(:occupants as text[]))
            """;
    private static final String UNITS =
            """
            select distinct coalesce(c.payer, 'OWNER:' || u.owner_id) as payer,
                u.id, u.number, b.id as building_id, b.name as building_name,
                b.code collate "C" as building_code, u.number collate "C" as sorted_number
            from unit u
            join building b on b.tenant = u.tenant and b.id = u.building_id
            join charge c on c.tenant = u.tenant and c.unit_id = u.id
            where u.tenant = :tenant and u.community_id = :community
                and coalesce(c.payer, 'OWNER:' || u.owner_id) = any(cast(:payers as text[]))
            order by payer, building_code, sorted_number, id
            """;

    private final JdbcClient db;

    PayerNameStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A unit, as people know it.
     *
     * @param id which one
     * @param number in its building
     * @param buildingId which building
     * @param building the name of the building
     */
    public record UnitName(String id, String number, String buildingId, String building) {}

    /**
     * A payer, as people know them.
     *
     * @param name of the owner or occupant; null where nobody knows it
     * @param units of which they were ever charged, by building and number
     */
    public record Known(@Nullable String name, List<UnitName> units) {

        /** Copies. */
        public Known {
            units = List.copyOf(units);
        }
    }

    /**
     * Reads what some payers are called.
     *
     * @param tenant the company
     * @param community whose units
     * @param payers who
     * @return one for each
     */
    public Map<Payer, Known> of(String tenant, String community, Collection<Payer> payers) {
        Map<String, String> names = names(tenant, payers);
        Map<String, List<UnitName>> units = units(tenant, community, payers);
        Map<Payer, Known> known = new HashMap<>();
        for (Payer payer : payers) {
            String key = payer.toString();
            known.put(payer, new Known(names.get(key), units.getOrDefault(key, List.of())));
        }
        return known;
    }

    /**
     * Reads what a payer is called.
     *
     * @param tenant the company
     * @param payer who
     * @return the name of the owner or occupant; empty where nobody knows it
     */
    public Optional<String> name(String tenant, Payer payer) {
        return Optional.ofNullable(names(tenant, List.of(payer)).get(payer.toString()));
    }

    /**
     * Reads what payers are called.
     *
     * @param tenant the company
     * @param payers who
     * @return the names of owners and occupants by payer as text; whom nobody knows is left out
     */
    public Map<String, String> names(String tenant, Collection<Payer> payers) {
        Map<String, String> names = new TreeMap<>();
        db.sql(NAMES)
                .param("tenant", tenant)
                .param("owners", ids(payers, Payer.Kind.OWNER))
                .param("occupants", ids(payers, Payer.Kind.OCCUPANT))
                .query(
                        row -> {
                            names.put(row.getString("payer"), row.getString("name"));
                        });
        return names;
    }

    private static String[] ids(Collection<Payer> payers, Payer.Kind kind) {
        List<Payer> some = payers.stream().filter(one -> one.kind() == kind).toList();
        return Sql.array(some, Payer::id);
    }

    private Map<String, List<UnitName>> units(
            String tenant, String community, Collection<Payer> payers) {
        Map<String, List<UnitName>> units = new TreeMap<>();
        db.sql(UNITS)
                .param("tenant", tenant)
                .param("community", community)
                .param("payers", Sql.array(payers, Payer::toString))
                .query(
                        row -> {
                            units.computeIfAbsent(row.getString("payer"), key -> new ArrayList<>())
                                    .add(unit(row));
                        });
        return units;
    }

    private static UnitName unit(ResultSet row) throws SQLException {
        return new UnitName(
                row.getString("id"),
                row.getString("number"),
                row.getString("building_id"),
                row.getString("building_name"));
    }
}
