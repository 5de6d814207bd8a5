package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CalendarDesk.Kind;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.CompanyYearStore;
import dev.guanjia.server.store.CompanyYearStore.Edition;
import dev.guanjia.server.store.CompanyYearStore.YearDay;
import dev.guanjia.server.store.CompanyYearStore.YearRow;
import dev.guanjia.server.store.TenantStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Years of a calendar that were not announced when the company had to know them. */
@Service
public class CompanyYearDesk {

    private static final String COMMAND = "create-company-year";

    private final Permissions permissions;
    private final CompanyYearStore store;
    private final WorkedDays worked;
    private final WorkCalendars shipped;
    private final DueTimes dueTimes;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;

    CompanyYearDesk(
            Permissions permissions,
            CompanyYearStore store,
            WorkedDays worked,
            WorkCalendars shipped,
            DueTimes dueTimes,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.worked = worked;
        this.shipped = shipped;
        this.dueTimes = dueTimes;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A day as the administrator enters it.
     *
     * @param day the day
     * @param kind whether it is worked
     * @param zh what it is called, in Chinese
     * @param en what it is called, in English
     */
    public record DayDraft(LocalDate day, String kind, String zh, String en) {}

    /**
     * A year as the administrator enters it.
     *
     * @param calendar the key of the calendar; null for that of mainland China
     * @param year the year
     * @param days those that are not as the week has them
     * @param source from where it is known
     */
    public record Draft(@Nullable String calendar, int year, List<DayDraft> days, String source) {}

    /**
     * Enters a year, or another version of one that was entered before. Due times that were unknown
     * are found as far as it reaches.
     *
     * @param caller who asks
     * @param draft the year
     * @return the row
     */
    public YearRow create(Caller caller, Draft draft) {
        permissions.require(caller, COMMAND, String.valueOf(draft.year()));
        Given given = new Given();
        String key = draft.calendar() == null ? WorkCalendars.CHINA : draft.calendar();
        if (shipped.find(key).isEmpty()) {
            given.unknown("/calendar", key);
        }
        List<YearDay> days = days(given, draft);
        given.text("/source", draft.source());
        given.end();
        tenants.lock(caller.tenant());
        YearRow row =
                new YearRow(
                        Ids.next("cy"),
                        edition(caller, key, draft.year()),
                        days,
                        draft.source(),
                        clock.instant());
        store.add(caller.tenant(), row);
        requireWork(worked.of(caller.tenant()).latest(key), draft.year());
        dueTimes.lookAgain(caller.tenant());
        Map<String, String> facts =
                Map.of(
                        "calendar", key,
                        "year", String.valueOf(draft.year()),
                        "version", String.valueOf(row.edition().version()));
        audit.accepted(caller, COMMAND, row.id(), facts);
        return row;
    }

    private static List<YearDay> days(Given given, Draft draft) {
        List<YearDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < draft.days().size(); i++) {
            DayDraft day = draft.days().get(i);
            String at = "/days/" + i;
            if (day.day().getYear() != draft.year()) {
                String expected = "a day of " + draft.year();
                given.wrong(at + "/falls_on", FieldCode.OUT_OF_RANGE, "expected", expected);
            } else if (!seen.add(day.day())) {
                String expected = "each day once";
                given.wrong(at + "/falls_on", FieldCode.OUT_OF_RANGE, "expected", expected);
            }
            Optional<Kind> kind = given.known(at + "/kind", day.kind(), Kind.class);
            given.text(at + "/label/zh", day.zh());
            given.text(at + "/label/en", day.en());
            kind.map(is -> new YearDay(day.day(), is == Kind.WORKING_DAY, day.zh(), day.en()))
                    .ifPresent(days::add);
        }
        return days;
    }

    /** The next year that is not announced, or a later version of one that the company entered. */
    private Edition edition(Caller caller, String key, int year) {
        DateRange announced = shipped.find(key).map(WorkCalendar::covered).orElseThrow();
        WorkedDays.Company company = worked.of(caller.tenant());
        int next = company.latest(key).covered().end().getYear();
        if (year < announced.end().getYear() || year > next) {
            Given given = new Given();
            given.faults()
                    .add(
                            "/year",
                            DutyRuleRefusal.CALENDAR_YEAR_NOT_NEXT,
                            Map.of("year", String.valueOf(year), "next", String.valueOf(next)));
            given.end();
        }
        long known =
                company.said().years().stream()
                        .map(YearRow::edition)
                        .filter(row -> row.calendar().equals(key) && row.year() == year)
                        .count();
        return new Edition(key, year, Math.toIntExact(known + 1));
    }

    private static void requireWork(WorkCalendar calendar, int year) {
        Given given = new Given();
        if (!calendar.isWorkedIn(year)) {
            given.faults()
                    .add(
                            "/days",
                            DutyRuleRefusal.CALENDAR_YEAR_WITHOUT_WORK,
                            Map.of("year", String.valueOf(year)));
        }
        given.end();
    }

    /**
     * Lists the years that the company entered, with all their versions.
     *
     * @param caller who asks
     * @param request which page
     * @return the page, by calendar, year and version
     */
    public Page<YearRow> list(Caller caller, PageRequest request) {
        return Page.slice(store.all(caller.tenant()), request, CompanyYearDesk::key);
    }

    private static String key(YearRow row) {
        Edition edition = row.edition();
        return PageRequest.join(
                edition.calendar(),
                "%04d".formatted(edition.year()),
                "%06d".formatted(edition.version()));
    }
}
