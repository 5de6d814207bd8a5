package dev.guanjia.server.store;

import dev.guanjia.property.Owner;
import dev.guanjia.property.Unit;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.tenure.Vacancy;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.OwnerEntryStore.NewOwner;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes units with their owners and meters, hundreds at once: one statement a table. */
@Repository
public class UnitEntryStore {

    private static final String UNITS =
            """
            insert into unit (tenant, id, community_id, building_id, number, use, area, owner_id)
            select :tenant, r.id, :community, r.building, r.number, r.use,
                cast(r.area as numeric), r.owner
            from unnest(cast(:ids as text[]), cast(:buildings as text[]),
                    cast(:numbers as text[]), cast(:uses as text[]), cast(:areas as text[]),
                    cast(:owners as text[]))
                with ordinality as r(id, building, number, use, area, owner, n)
            order by r.n
            """;
    private static final String METERS =
            """
            insert into meter (tenant, id, unit_id, community_id, kind, serial_no, installed_on,
                initial_value, digits)
            select :tenant, r.id, r.unit, :community, r.kind, r.serial, cast(r.day as date),
                cast(r.value as numeric), cast(r.digits as int)
            from unnest(cast(:ids as text[]), cast(:units as text[]), cast(:kinds as text[]),
                    cast(:serials as text[]), cast(:days as text[]), cast(:values as text[]),
                    cast(:digits as text[]))
                with ordinality as r(id, unit, kind, serial, day, value, digits, n)
            order by r.n
            """;
    private static final String TAKEN_NUMBERS =
            """
            select u.building_id, u.number from unit u
            join unnest(cast(:buildings as text[]), cast(:numbers as text[])) as r(building, number)
                on r.building = u.building_id and r.number = u.number
            where u.tenant = :tenant
            """;
    private static final String TAKEN_SERIALS =
            """
            select m.kind, m.serial_no from meter m
            join unnest(cast(:kinds as text[]), cast(:serials as text[])) as r(kind, serial)
                on r.kind = m.kind and r.serial = m.serial_no
            where m.tenant = :tenant
            union
            select m.kind, c.next_serial from meter_register_change c
            join meter m on m.tenant = c.tenant and m.id = c.meter_id
            join unnest(cast(:kinds as text[]), cast(:serials as text[])) as r(kind, serial)
                on r.kind = m.kind and r.serial = c.next_serial
            where c.tenant = :tenant
            """;

    private final JdbcClient db;
    private final OwnerEntryStore owners;
    private final UnitFactEntryStore facts;

    UnitEntryStore(JdbcClient db, OwnerEntryStore owners, UnitFactEntryStore facts) {
        this.db = db;
        this.owners = owners;
        this.facts = facts;
    }

    /**
     * A unit to be entered.
     *
     * @param unit the unit
     * @param area its area with the decimals it was given with
     * @param opening since when all that is known
     * @param owner its owner, where that is a new one
     * @param meters its meters
     */
    public record Entry(
            Unit unit,
            String area,
            Opening opening,
            Optional<Owner> owner,
            List<MeterRow> meters) {}

    /**
     * What else is told of a new unit.
     *
     * @param since the first day of its history
     * @param vacancy whether anybody used it then
     */
    public record Opening(LocalDate since, Vacancy vacancy) {}

    /**
     * Where a unit is: what must be unique.
     *
     * @param buildingId the building
     * @param number the number there
     */
    public record Place(String buildingId, String number) {}

    /**
     * Which meter it is: what must be unique.
     *
     * @param kind what it measures
     * @param serial the number on it
     */
    public record Plate(MeterKind kind, String serial) {}

    /**
     * Which of these numbers are taken.
     *
     * @param tenant the company, locked
     * @param places where units shall be
     * @return those where there is one
     */
    public Set<Place> taken(String tenant, Set<Place> places) {
        List<Place> asked = List.copyOf(places);
        return new HashSet<>(
                db.sql(TAKEN_NUMBERS)
                        .param("tenant", tenant)
                        .param("buildings", Sql.array(asked, Place::buildingId))
                        .param("numbers", Sql.array(asked, Place::number))
                        .query((row, n) -> new Place(row.getString(1), row.getString(2)))
                        .list());
    }

    /**
     * Which of these meters exist.
     *
     * @param tenant the company, locked
     * @param plates meters
     * @return those that exist
     */
    public Set<Plate> known(String tenant, Set<Plate> plates) {
        List<Plate> asked = List.copyOf(plates);
        return new HashSet<>(
                db.sql(TAKEN_SERIALS)
                        .param("tenant", tenant)
                        .param("kinds", Sql.array(asked, plate -> plate.kind().name()))
                        .param("serials", Sql.array(asked, Plate::serial))
                        .query(
                                (row, n) ->
                                        new Plate(
                                                MeterKind.valueOf(row.getString(1)),
                                                row.getString(2)))
                        .list());
    }

    /**
     * Enters units.
     *
     * @param tenant the company, locked
     * @param communityId the community of their buildings
     * @param entries the units, whose places and meters are new
     * @param entered by whom
     */
    public void add(String tenant, String communityId, List<Entry> entries, Entered entered) {
        List<NewOwner> fresh =
                entries.stream()
                        .flatMap(entry -> entry.owner().stream())
                        .map(owner -> new NewOwner(owner, null))
                        .toList();
        owners.add(tenant, fresh);
        addUnits(tenant, communityId, entries);
        facts.open(tenant, entries, entered);
        List<MeterRow> meters = entries.stream().flatMap(entry -> entry.meters().stream()).toList();
        addMeters(tenant, communityId, meters);
    }

    private void addUnits(String tenant, String communityId, List<Entry> entries) {
        db.sql(UNITS)
                .param("tenant", tenant)
                .param("community", communityId)
                .param("ids", Sql.array(entries, entry -> entry.unit().id().value()))
                .param("buildings", Sql.array(entries, entry -> entry.unit().building().value()))
                .param("numbers", Sql.array(entries, entry -> entry.unit().number()))
                .param("uses", Sql.array(entries, entry -> entry.unit().use().name()))
                .param("areas", Sql.array(entries, Entry::area))
                .param("owners", Sql.array(entries, entry -> entry.unit().owner().value()))
                .update();
    }

    private void addMeters(String tenant, String communityId, List<MeterRow> meters) {
        db.sql(METERS)
                .param("tenant", tenant)
                .param("ids", Sql.array(meters, row -> row.meter().id().value()))
                .param("community", communityId)
                .param("units", Sql.array(meters, row -> String.valueOf(row.meter().unit())))
                .param("kinds", Sql.array(meters, row -> row.meter().kind().name()))
                .param("serials", Sql.array(meters, row -> row.meter().serial()))
                .param("days", Sql.array(meters, row -> row.meter().installedOn().toString()))
                .param("values", Sql.array(meters, MeterRow::initialValue))
                .param("digits", Sql.array(meters, row -> String.valueOf(row.meter().digits())))
                .update();
    }
}
