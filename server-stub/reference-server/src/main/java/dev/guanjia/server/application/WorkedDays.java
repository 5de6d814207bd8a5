package dev.guanjia.server.application;

import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.server.store.CompanyDayStore;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
import dev.guanjia.server.store.CompanyYearStore;
import dev.guanjia.server.store.CompanyYearStore.YearRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Which days a company works: as announced, by the years it entered, and by days of its own. */
@Component
class WorkedDays {

    private static final Comparator<YearRow> BY_VERSION =
            Comparator.comparing(row -> row.edition().version());

    private final WorkCalendars shipped;
    private final CompanyYearStore years;
    private final CompanyDayStore days;

    WorkedDays(WorkCalendars shipped, CompanyYearStore years, CompanyDayStore days) {
        this.shipped = shipped;
        this.years = years;
        this.days = days;
    }

    /** Reads what a company says about its days. */
    Company of(String tenant) {
        return new Company(shipped, new Said(years.all(tenant), days.all(tenant)));
    }

    /** Rows of a company: years of calendars, and single days of its own. */
    record Said(List<YearRow> years, List<DayRow> own) {}

    /** What one company says. */
    record Company(WorkCalendars shipped, Said said) {

        /** A calendar as it is known by now. */
        WorkCalendar latest(String key) {
            return over(key, new Said(editions(key, Instant.MAX), said.own()));
        }

        /**
         * What applies to a matter recorded at a moment: what was promised stays, and a year that
         * was not known then is as it was first known.
         */
        Said knownAt(String key, Instant at) {
            return new Said(
                    editions(key, at),
                    said.own().stream().filter(row -> !row.recordedAt().isAfter(at)).toList());
        }

        private List<YearRow> editions(String key, Instant at) {
            Map<Integer, List<YearRow>> versions = new TreeMap<>();
            said.years().stream()
                    .filter(row -> row.edition().calendar().equals(key))
                    .forEach(
                            row ->
                                    versions.computeIfAbsent(
                                                    row.edition().year(), year -> new ArrayList<>())
                                            .add(row));
            return versions.values().stream().map(rows -> edition(rows, at)).toList();
        }

        private static YearRow edition(List<YearRow> rows, Instant at) {
            return rows.stream()
                    .filter(row -> !row.recordedAt().isAfter(at))
                    .max(BY_VERSION)
                    .orElseGet(() -> rows.stream().min(BY_VERSION).orElseThrow());
        }

        /** The calendar of a key with rows laid over it. */
        WorkCalendar over(String key, Said rows) {
            WorkCalendar calendar =
                    shipped.find(key)
                            .orElseThrow(() -> new IllegalStateException("no calendar " + key));
            for (YearRow row : rows.years()) {
                calendar = calendar.with(row.known());
            }
            return OwnDays.over(calendar, rows.own());
        }
    }
}
