package dev.guanjia.server.application;

import dev.guanjia.property.Building;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.application.FactIntake.Known;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.OwnerStore.OwnerRow;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import dev.guanjia.server.store.UnitEntryStore.Place;
import dev.guanjia.server.store.UnitOpeningStore.Told;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of units; what is wrong is noted with its row and column. */
final class UnitFile {

    private static final int MOST_ROWS = 5000;
    private static final Pattern AREA = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?");
    private static final List<String> REQUIRED =
            List.of("building", "number", "use", "area", "owner");
    private static final Map<String, Integer> COLUMNS =
            Map.of(
                    "building",
                    32,
                    "number",
                    32,
                    "use",
                    64,
                    "area",
                    16,
                    "owner",
                    64,
                    "vacancy",
                    64,
                    "since",
                    10);

    private final Given given;
    private final Map<String, Building> buildings;
    private final Map<String, OwnerRow> owners;

    /**
     * @param buildings of the community, by code
     * @param owners those whom rows name, by reference
     */
    UnitFile(Given given, Map<String, Building> buildings, Map<String, OwnerRow> owners) {
        this.given = given;
        this.buildings = Map.copyOf(buildings);
        this.owners = Map.copyOf(owners);
    }

    /** A row as a unit of ours. */
    record Row(Line line, Entry entry) {

        Place place() {
            Unit unit = entry.unit();
            return new Place(unit.building().value(), unit.number());
        }

        Told told() {
            Unit unit = entry.unit();
            return new Told(unit.use(), unit.area(), unit.owner(), entry.opening());
        }
    }

    static List<Line> lines(Given given, String text) {
        return new CsvTable(given, COLUMNS, REQUIRED, MOST_ROWS).read(text);
    }

    /** One unit; empty if anything about it does not fit. */
    Optional<Row> read(Line line) {
        Optional<Building> building = building(line);
        Optional<OwnerId> owner = owner(line);
        Optional<Known> known = known(line);
        if (building.isEmpty() || owner.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Unit unit =
                new Unit(
                        UnitIntake.newId(),
                        building.get().id(),
                        line.cell("number"),
                        known.get().use(),
                        known.get().area(),
                        owner.get());
        Entry entry =
                new Entry(
                        unit,
                        line.cell("area"),
                        known.get().opening(),
                        Optional.empty(),
                        List.of());
        return Optional.of(new Row(line, entry));
    }

    private Optional<Building> building(Line line) {
        String code = line.cell("building");
        Optional<Building> building = Optional.ofNullable(buildings.get(code));
        return building.isPresent() ? building : given.unknown(line.at("building"), code);
    }

    private Optional<OwnerId> owner(Line line) {
        String reference = line.cell("owner");
        Optional<OwnerRow> row = Optional.ofNullable(owners.get(reference));
        return row.isPresent()
                ? row.map(found -> found.owner().id())
                : given.unknown(line.at("owner"), reference);
    }

    private Optional<Known> known(Line line) {
        Optional<String> area =
                Optional.of(line.cell("area")).filter(cell -> AREA.matcher(cell).matches());
        if (area.isEmpty()) {
            given.wrong(line.at("area"), FieldCode.WRONG_FORMAT, "expected", "89.50");
        }
        String cell = line.optional("since");
        LocalDate since = day(line.at("since"), cell);
        UnitDraft.Facts facts =
                new UnitDraft.Facts(
                        line.cell("use"), area.orElse("1"), line.optional("vacancy"), since);
        Optional<Known> known = new FactIntake(given).read(line.at(), facts);
        boolean fits = area.isPresent() && (cell == null || since != null);
        return known.filter(any -> fits);
    }

    private @Nullable LocalDate day(String at, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException other) {
            given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "2024-05-20");
            return null;
        }
    }
}
