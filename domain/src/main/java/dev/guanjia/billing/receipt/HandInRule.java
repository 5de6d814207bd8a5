package dev.guanjia.billing.receipt;

import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * By when a collector's takings are handed in. Source: requirements 06 A-105.
 *
 * @param key what the rule is called
 * @param workingDays how many working days after the day of the takings the last one in time is; 0
 *     for the day itself
 */
public record HandInRule(String key, int workingDays) {

    /** The header of a table with such a rule. */
    public static final List<String> COLUMNS = List.of("key", "zh", "en", "working_days", "source");

    private static final int MOST = 30;
    private static final HandInRule STANDARD =
            of(Table.of(HandInRule.class, "hand-in-rule.csv", COLUMNS));

    /** The days are 0 to 30. */
    public HandInRule {
        if (workingDays < 0 || workingDays > MOST) {
            throw new IllegalArgumentException("working_days of " + key + ": " + workingDays);
        }
    }

    /**
     * The rule that ships with the product.
     *
     * @return the same or the next working day
     */
    public static HandInRule standard() {
        return STANDARD;
    }

    /**
     * The rule of another file with the same columns.
     *
     * @param table its one row
     * @return the rule
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     * @throws IllegalArgumentException unless it is one row
     */
    public static HandInRule of(Table table) {
        List<HandInRule> rules = table.map(HandInRule::from);
        if (rules.size() != 1) {
            throw new IllegalArgumentException("one row says by when, not " + rules.size());
        }
        return rules.get(0);
    }

    private static HandInRule from(Row row) {
        row.label();
        row.required("source");
        String key = row.required("key");
        return row.as("working_days", text -> new HandInRule(key, Integer.parseInt(text)));
    }

    /**
     * The last day on which takings are handed in in time.
     *
     * @param day the day of the takings, worked or not
     * @param calendar which days are worked
     * @return the day, or a working day after it; empty when the calendar does not cover a day that
     *     must be looked at: it is unknown, not "worked"
     */
    public Optional<LocalDate> lastDay(LocalDate day, WorkCalendar calendar) {
        LocalDate last = day;
        int left = workingDays;
        while (left > 0) {
            last = last.plusDays(1);
            if (!calendar.covered().contains(last)) {
                return Optional.empty();
            }
            left -= calendar.isWorkingDay(last) ? 1 : 0;
        }
        return Optional.of(last);
    }
}
