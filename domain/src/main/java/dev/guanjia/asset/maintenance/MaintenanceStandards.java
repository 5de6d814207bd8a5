package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The maintenance standards of a company. The shipped rows are proposals: the sources ask for plans
 * by standard (03 P-PM) and give no intervals.
 *
 * <p>A row holds until a later one of the same id, so that a company changes a shipped row from a
 * day on.
 *
 * @param rows in file order; no id and first day stand twice
 */
public record MaintenanceStandards(List<MaintenanceStandard> rows) {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "class",
                    "cadence",
                    "evidence",
                    "qualification",
                    "from",
                    "source");

    /** Copies. */
    public MaintenanceStandards {
        rows = List.copyOf(rows);
        if (rows.stream().map(Version::of).distinct().count() != rows.size()) {
            throw new IllegalArgumentException("a standard stands twice: " + rows);
        }
    }

    /**
     * Loads the standards that ship with the library.
     *
     * @return the standards
     */
    public static MaintenanceStandards load() {
        return of(
                Table.of(MaintenanceStandards.class, "maintenance-standards.csv", COLUMNS),
                EquipmentCatalogue.load());
    }

    /**
     * Builds standards from rows of the same form, as a company adds its own.
     *
     * @param table columns {@code id,zh,en,class,cadence,evidence,qualification,from,source}
     * @param catalogue the classes of equipment
     * @return the standards
     * @throws CatalogueException if a row is faulty, has a cadence without periods or names an
     *     unknown class
     */
    public static MaintenanceStandards of(Table table, EquipmentCatalogue catalogue) {
        return new MaintenanceStandards(table.unique("id").map(row -> known(row, catalogue)));
    }

    /**
     * What a class needs.
     *
     * @param kind the class
     * @return in file order
     */
    public List<MaintenanceStandard> of(AssetKey kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    /**
     * Adds the rows of a company; one of the same id and first day takes the place of a shipped
     * one.
     *
     * @param own no id and first day stand twice
     * @return the shipped rows that are left, and then those of the company
     */
    public MaintenanceStandards with(List<MaintenanceStandard> own) {
        Set<Version> taken = own.stream().map(Version::of).collect(Collectors.toSet());
        return new MaintenanceStandards(
                Stream.concat(
                                rows.stream().filter(row -> !taken.contains(Version.of(row))),
                                own.stream())
                        .toList());
    }

    /**
     * Whether a row holds on a day.
     *
     * @param row one of the rows
     * @param day the day
     * @return true from its first day to the day before that of the next row of its id
     */
    public boolean holds(MaintenanceStandard row, LocalDate day) {
        return !row.from().isAfter(day)
                && rows.stream()
                        .filter(other -> other.id().equals(row.id()))
                        .noneMatch(
                                other ->
                                        other.from().isAfter(row.from())
                                                && !other.from().isAfter(day));
    }

    /**
     * The periods of a row: its calendar's, so that with those of the other rows of its id and
     * class they cover every day from the first row on exactly once. What the row before began, it
     * ends; the first period of this one begins on the day after, and ends where the calendar ends
     * it. Source: requirements 05 S31, "one due instance per period".
     *
     * @param row one of the rows
     * @param span any days
     * @return the periods whose last day lies in the span, in order; none of a row that another
     *     took the place of before it could begin
     */
    public List<DateRange> periods(MaintenanceStandard row, DateRange span) {
        LocalDate begin = begin(row);
        Optional<LocalDate> next = after(row).map(MaintenanceStandard::from);
        return row
                .interval()
                .periodsStartingIn(
                        new DateRange(row.interval().periodOf(span.start()).start(), span.end()))
                .stream()
                .filter(period -> span.contains(period.last()) && period.end().isAfter(begin))
                .map(period -> period.start().isBefore(begin) ? cut(period, begin) : period)
                .filter(period -> next.filter(day -> !period.start().isBefore(day)).isEmpty())
                .toList();
    }

    private static DateRange cut(DateRange period, LocalDate begin) {
        return new DateRange(begin, period.end());
    }

    /** The day after what came before. */
    private LocalDate begin(MaintenanceStandard row) {
        return before(row)
                .map(old -> end(old, row.from()))
                .filter(row.from()::isBefore)
                .orElse(row.from());
    }

    /** The day after the last period of a row that the next one, from a day on, ends. */
    private LocalDate end(MaintenanceStandard row, LocalDate next) {
        LocalDate begin = begin(row);
        return begin.isBefore(next) ? row.interval().periodOf(next.minusDays(1)).end() : begin;
    }

    private Optional<MaintenanceStandard> before(MaintenanceStandard row) {
        return others(row)
                .filter(other -> other.from().isBefore(row.from()))
                .max(Comparator.comparing(MaintenanceStandard::from))
                .filter(other -> other.kind().equals(row.kind()));
    }

    private Optional<MaintenanceStandard> after(MaintenanceStandard row) {
        return others(row)
                .filter(other -> other.from().isAfter(row.from()))
                .min(Comparator.comparing(MaintenanceStandard::from));
    }

    private Stream<MaintenanceStandard> others(MaintenanceStandard row) {
        return rows.stream().filter(other -> other.id().equals(row.id()));
    }

    private record Version(String id, LocalDate from) {
        static Version of(MaintenanceStandard row) {
            return new Version(row.id(), row.from());
        }
    }

    private static MaintenanceStandard known(Row row, EquipmentCatalogue catalogue) {
        row.required("source");
        MaintenanceStandard standard = MaintenanceStandard.read(row);
        if (!catalogue.knows(standard.kind())) {
            throw new CatalogueException(
                    List.of(row.fault("class", "unknown class " + standard.kind())));
        }
        return standard;
    }
}
