package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When that comes round which the calendar alone does not fix: a company's own rows. What they do
 * not say is reported as unconfigured, never guessed.
 *
 * @param biweekly the fortnights; the shipped ones begin on Monday, 1 January 2007
 * @param intervals the intervals of periodic duties, by first day; of several rows of a duty each
 *     holds until the next
 * @param shifts the shifts of each post
 * @param setup the day on which the company began to set up; empty while it is not said
 */
public record Rhythms(
        Interval biweekly,
        List<Every> intervals,
        Map<PostKey, List<Shift>> shifts,
        Optional<LocalDate> setup) {

    private static final int FORTNIGHT = 14;

    /** Nothing said but the shipped fortnights. */
    public static final Rhythms NONE =
            new Rhythms(
                    Cadence.BIWEEKLY.interval().orElseThrow(),
                    List.of(),
                    Map.of(),
                    Optional.empty());

    /** Copies; fortnights have fourteen days, and the shifts of a post have keys of their own. */
    public Rhythms {
        if (biweekly.periodOf(biweekly.anchor()).days() != FORTNIGHT) {
            throw new IllegalArgumentException("a fortnight has 14 days, not " + biweekly);
        }
        intervals = intervals.stream().sorted(Comparator.comparing(Every::from)).toList();
        Map<PostKey, List<Shift>> copy = new TreeMap<>();
        shifts.forEach((post, each) -> copy.put(post, List.copyOf(each)));
        shifts = Collections.unmodifiableMap(copy);
        shifts.forEach(Rhythms::requireEachOnce);
    }

    /**
     * Reads intervals of periodic duties.
     *
     * @param table columns {@code duty,interval,from,source}; {@code interval} as {@link
     *     Interval#parse} reads it, its periods counted from {@code from}
     * @param duties the duties they are for
     * @return the rows
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty, names no periodic duty,
     *     or gives an interval in which the duty's deadline never occurs
     */
    public static List<Every> intervals(Table table, DutyCatalogue duties) {
        return table.map(row -> Every.read(row, duties));
    }

    /**
     * Reads shifts.
     *
     * @param table columns {@code id,zh,en,posts,begins,length,days,from,source}; {@code begins} as
     *     {@code 22:00}, {@code length} as {@code PT8H}, {@code days} as {@code 1;2;3}
     * @return the shifts of each post, in row order
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static Map<PostKey, List<Shift>> shifts(Table table) {
        Map<PostKey, List<Shift>> shifts = new TreeMap<>();
        for (ShiftRow row : table.unique("id").map(ShiftRow::read)) {
            row.posts()
                    .forEach(
                            post ->
                                    shifts.computeIfAbsent(post, none -> new ArrayList<>())
                                            .add(row.shift()));
        }
        return shifts;
    }

    private static void requireEachOnce(PostKey post, List<Shift> shifts) {
        if (shifts.stream().map(Shift::id).distinct().count() != shifts.size()) {
            throw new IllegalArgumentException("a shift of " + post + " stands twice: " + shifts);
        }
    }

    /**
     * That a periodic duty comes round at an interval, from the first day of the interval on.
     *
     * @param duty the duty
     * @param interval its anchor is the first day of the row
     */
    public record Every(DutyId duty, Interval interval) {

        /**
         * Since when the row holds.
         *
         * @return the first day of the first period
         */
        public LocalDate from() {
            return interval.anchor();
        }

        static Every read(Row row, DutyCatalogue duties) {
            row.required("source");
            DutyId id = row.as("duty", DutyId::new);
            Duty duty =
                    row.as(
                            "duty",
                            text ->
                                    duties.find(id)
                                            .filter(Every::isPeriodic)
                                            .orElseThrow(() -> notPeriodic(id)));
            LocalDate from = row.from();
            return new Every(
                    id, row.as("interval", text -> fitting(Interval.parse(text, from), duty)));
        }

        /** An interval in which a deadline never occurs is refused. */
        static Interval fitting(Interval interval, Duty duty) {
            duty.timing()
                    .ruleFor(Cadence.PERIODIC)
                    .filter(rule -> !rule.fits(interval))
                    .ifPresent(
                            rule -> {
                                throw new IllegalArgumentException(
                                        rule + " never occurs " + interval);
                            });
            return interval;
        }

        private static boolean isPeriodic(Duty duty) {
            return duty.timing().cadences().contains(Cadence.PERIODIC);
        }

        private static IllegalArgumentException notPeriodic(DutyId id) {
            return new IllegalArgumentException("no periodic duty: " + id);
        }
    }

    private record ShiftRow(Shift shift, List<PostKey> posts) {
        static ShiftRow read(Row row) {
            row.from();
            row.required("source");
            Shift shift =
                    new Shift(
                            row.required("id"),
                            row.label(),
                            row.as("begins", LocalTime::parse),
                            row.as("length", Duration::parse),
                            row.as("days", Shift::days));
            List<PostKey> posts =
                    row.as("posts", text -> row.list("posts").stream().map(PostKey::new).toList());
            return new ShiftRow(shift, posts);
        }
    }
}
