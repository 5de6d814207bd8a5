package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.application.UnitFile.Row;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.store.BuildingStore;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.OwnerStore.OwnerRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.UnitEntryStore;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import dev.guanjia.server.store.UnitEntryStore.Place;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import dev.guanjia.server.store.UnitOpeningStore;
import dev.guanjia.server.store.UnitOpeningStore.Opened;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Takes in a file of units, all of them or none; the same file again changes nothing. */
@Service
public class UnitFileDesk {

    private static final String COMMAND = "import-units";

    private final Permissions permissions;
    private final CommunityDesk communities;
    private final Rows rows;
    private final UnitEntryStore entries;
    private final Audit audit;
    private final Clock clock;

    UnitFileDesk(
            Permissions permissions,
            CommunityDesk communities,
            Rows rows,
            UnitEntryStore entries,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.communities = communities;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of a row.
     *
     * @param number 1 for the first after the header
     * @param building the code of its building
     * @param unit its number there
     * @param id the unit
     * @param stored whether the unit is new; else known
     */
    public record Result(int number, String building, String unit, String id, boolean stored) {}

    /**
     * Takes a file in.
     *
     * @param caller who asks
     * @param communityId the community of the units
     * @param text the file
     * @return one result per row, in order
     */
    public List<Result> take(Caller caller, String communityId, String text) {
        permissions.require(caller, COMMAND, communityId);
        communities.get(caller, communityId);
        Given given = new Given();
        List<Row> read = rows.read(caller.tenant(), communityId, given, text);
        List<Entry> fresh = new ArrayList<>();
        List<Result> results = merge(given, read, rows.known(caller.tenant(), read), fresh);
        given.end();
        Entered entered = new Entered(clock.instant(), caller.staffId(), null);
        entries.add(caller.tenant(), communityId, fresh, entered);
        Map<String, String> facts =
                Map.of(
                        "rows", String.valueOf(read.size()),
                        "stored", String.valueOf(fresh.size()));
        audit.accepted(caller, COMMAND, communityId, facts);
        return results;
    }

    /** The unit of each row: the known one if it was entered with the same, else the row's own. */
    private static List<Result> merge(
            Given given, List<Row> read, Map<Place, Opened> known, List<Entry> fresh) {
        List<Result> results = new ArrayList<>();
        for (Row row : read) {
            Opened own = new Opened(row.entry().unit().id().value(), row.told());
            Opened before = known.putIfAbsent(row.place(), own);
            String building = row.line().cell("building");
            String number = row.place().number();
            if (before == null) {
                fresh.add(row.entry());
            } else if (!before.told().equals(own.told())) {
                given.faults()
                        .add(
                                row.line().at("number"),
                                RegistryRefusal.UNIT_IMPORT_DIFFERS,
                                Map.of("building", building, "number", number));
            }
            String id = before == null ? own.id() : before.id();
            results.add(new Result(row.line().number(), building, number, id, before == null));
        }
        return results;
    }

    /** Reads the rows of files beside what the registry knows. */
    @Component
    static class Rows {

        private final TenantStore tenants;
        private final BuildingStore buildings;
        private final OwnerStore owners;
        private final UnitOpeningStore openings;

        Rows(
                TenantStore tenants,
                BuildingStore buildings,
                OwnerStore owners,
                UnitOpeningStore openings) {
            this.tenants = tenants;
            this.buildings = buildings;
            this.owners = owners;
            this.openings = openings;
        }

        private List<Row> read(String tenant, String communityId, Given given, String text) {
            List<Line> lines = UnitFile.lines(given, text);
            tenants.lock(tenant);
            Map<String, Building> places =
                    buildings.coded(tenant, communityId, cells(lines, "building"));
            Map<String, OwnerRow> people = owners.referenced(tenant, cells(lines, "owner"));
            UnitFile file = new UnitFile(given, places, people);
            return lines.stream().flatMap(line -> file.read(line).stream()).toList();
        }

        private Map<Place, Opened> known(String tenant, List<Row> rows) {
            Set<String> named =
                    rows.stream().map(row -> row.place().buildingId()).collect(Collectors.toSet());
            return openings.ofBuildings(tenant, named);
        }

        private static Set<String> cells(List<Line> lines, String column) {
            return lines.stream().map(line -> line.cell(column)).collect(Collectors.toSet());
        }
    }
}
