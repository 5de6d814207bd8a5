package dev.guanjia.calendar;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calendars that a community may live by, by their key.
 *
 * <p>Shape: the rows of {@code work-calendars.csv}. {@value #CHINA} has the days of {@link
 * ChinaCalendar}; the others have no holidays but their weekends.
 */
public final class WorkCalendars {

    /** Mainland China, by which a community lives that says nothing else. */
    public static final String CHINA = "CN";

    private final Map<String, Entry> entries;

    private WorkCalendars(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * A calendar of the catalogue.
     *
     * @param key its key
     * @param label what it is called
     * @param days which days are worked
     */
    public record Entry(String key, Label label, WorkCalendar days) {

        static Entry read(Row row) {
            row.required("source");
            String key = row.required("key");
            WorkCalendar days =
                    key.equals(CHINA)
                            ? ChinaCalendar.load()
                            : new WorkCalendar(
                                    new DateRange(row.from(), row.as("until", LocalDate::parse)),
                                    Set.of(),
                                    Set.of());
            return new Entry(key, row.label(), days);
        }
    }

    /**
     * Loads the calendars that ship with the library.
     *
     * @return all of them
     */
    public static WorkCalendars load() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Table.of(
                        WorkCalendars.class,
                        "work-calendars.csv",
                        List.of("key", "zh", "en", "from", "until", "source"))
                .unique("key")
                .map(Entry::read)
                .forEach(entry -> entries.put(entry.key(), entry));
        return new WorkCalendars(entries);
    }

    /**
     * All of them.
     *
     * @return in file order
     */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * The calendar of a key.
     *
     * @param key such as {@value #CHINA}
     * @return empty if there is none
     */
    public Optional<WorkCalendar> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::days);
    }
}
