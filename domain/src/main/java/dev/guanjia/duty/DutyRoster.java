package dev.guanjia.duty;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The duties of a company through all its days. They change on the days on which its organisation
 * does; what they are between two changes is worked out when it is first asked for, and once.
 */
public final class DutyRoster {

    private static final CompanyDuties NONE = new CompanyDuties(List.of());

    private final NavigableSet<LocalDate> changes;
    private final Function<LocalDate, CompanyDuties> from;
    private final Function<DutyId, Optional<Duty>> rows;
    private final Map<LocalDate, CompanyDuties> known = new ConcurrentHashMap<>();

    DutyRoster(
            Collection<LocalDate> changes,
            Function<LocalDate, CompanyDuties> from,
            Function<DutyId, Optional<Duty>> rows) {
        this.changes = new TreeSet<>(changes);
        this.from = from;
        this.rows = rows;
    }

    /**
     * Of a company whose organisation stays as it is.
     *
     * @param duties its duties
     * @return the same duties on every day
     */
    public static DutyRoster always(CompanyDuties duties) {
        return new DutyRoster(
                List.of(LocalDate.MIN), day -> duties, id -> duties.find(id).map(HeldDuty::duty));
    }

    /**
     * The duties of the company as it is organised on a day.
     *
     * @param day any day
     * @return those that its posts have; none before the company begins
     */
    public CompanyDuties on(LocalDate day) {
        LocalDate change = changes.floor(day);
        return change == null ? NONE : known.computeIfAbsent(change, from);
    }

    /**
     * Cuts a range at the days on which the organisation changes.
     *
     * @param range any days
     * @return parts that adjoin and make up the range, in order; within each, {@link #on} is the
     *     same on all days
     */
    public List<DateRange> stretches(DateRange range) {
        List<DateRange> stretches = new ArrayList<>();
        LocalDate start = range.start();
        for (LocalDate change : changes.subSet(start, false, range.end(), false)) {
            stretches.add(new DateRange(start, change));
            start = change;
        }
        stretches.add(new DateRange(start, range.end()));
        return stretches;
    }

    /**
     * Looks up a row.
     *
     * @param id its key
     * @return its latest version, whether or not a post of the company has it today; empty when it
     *     cannot be the company's on any day
     */
    public Optional<Duty> find(DutyId id) {
        return rows.apply(id);
    }
}
