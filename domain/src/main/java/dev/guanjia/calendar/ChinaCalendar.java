package dev.guanjia.calendar;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The working days of mainland China, from the yearly notices of the State Council.
 *
 * <p>Shape: the rows of {@code cn-holidays.csv}, 2007 to the last year announced. A year without a
 * notice is unknown. A notice may already rule on days of the year before (2006-12-30 was worked);
 * those days count once both years are known.
 */
public final class ChinaCalendar {

    private static final List<String> COLUMNS =
            List.of("date", "kind", "zh", "en", "year", "source");

    private ChinaCalendar() {}

    /**
     * Loads the calendar that ships with the library.
     *
     * @return every announced year
     */
    public static WorkCalendar load() {
        return of(Table.of(ChinaCalendar.class, "cn-holidays.csv", COLUMNS).unique("date"));
    }

    /**
     * Builds a calendar from rows of the same form, as a vendor adds the next year's.
     *
     * @param table columns {@code date,kind,zh,en,year,source}; kind is {@code OFF} or {@code WORK}
     * @return a calendar from the first year to the last
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     * @throws IllegalArgumentException if a year is missing, or all are
     */
    public static WorkCalendar of(Table table) {
        List<Day> days = table.map(Day::read);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a calendar without days knows no year: " + table);
        }
        TreeSet<Integer> years =
                days.stream().map(Day::year).collect(Collectors.toCollection(TreeSet::new));
        int expected = years.last() - years.first() + 1;
        if (years.size() != expected) {
            throw new IllegalArgumentException("a year is missing between " + years);
        }
        DateRange covered =
                new DateRange(
                        LocalDate.of(years.first(), 1, 1), LocalDate.of(years.last() + 1, 1, 1));
        return new WorkCalendar(covered, of(days, Kind.OFF), of(days, Kind.WORK));
    }

    /**
     * The days that the shipped notices rule on.
     *
     * @return in file order
     */
    public static List<AnnouncedDay> announced() {
        return Table.of(ChinaCalendar.class, "cn-holidays.csv", COLUMNS).map(AnnouncedDay::read);
    }

    private static Set<LocalDate> of(List<Day> days, Kind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(Day::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private enum Kind {
        OFF,
        WORK
    }

    private record Day(LocalDate date, Kind kind, int year) {
        static Day read(Row row) {
            row.label();
            row.required("source");
            return new Day(
                    row.as("date", LocalDate::parse),
                    row.as("kind", Kind::valueOf),
                    row.as("year", Year::parse).getValue());
        }
    }
}
