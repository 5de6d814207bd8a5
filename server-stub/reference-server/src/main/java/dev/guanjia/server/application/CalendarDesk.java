package dev.guanjia.server.application;

import dev.guanjia.calendar.AnnouncedDay;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.catalogue.Label;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CompanyDayStore;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
import dev.guanjia.server.store.CompanyYearStore.YearDay;
import dev.guanjia.server.store.CompanyYearStore.YearRow;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.TenantStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which days are worked: as announced, and as the company has it. */
@Service
public class CalendarDesk {

    private final Permissions permissions;
    private final CompanyDayStore store;
    private final WorkedDays worked;
    private final WorkCalendars calendars;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;
    private final Map<LocalDate, AnnouncedDay> announced = new TreeMap<>();

    CalendarDesk(
            Permissions permissions,
            CompanyDayStore store,
            WorkedDays worked,
            WorkCalendars calendars,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.worked = worked;
        this.calendars = calendars;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
        ChinaCalendar.announced().forEach(day -> announced.put(day.day(), day));
    }

    /** Whether a day is worked. */
    public enum Kind {
        /** It is. */
        WORKING_DAY,
        /** It is not. */
        DAY_OFF
    }

    /** What makes a day so. */
    public enum Origin {
        /** The week. */
        WEEK,
        /** A notice of the State Council. */
        ANNOUNCED,
        /** A row of the company. */
        COMPANY
    }

    /**
     * A day of the calendar.
     *
     * @param day the day
     * @param kind whether it is worked
     * @param origin what makes it so
     * @param label what it is called; empty for a day as the week has it
     * @param source the notice; empty without one
     */
    public record CalendarDay(
            LocalDate day,
            Kind kind,
            Origin origin,
            Optional<Label> label,
            Optional<String> source) {}

    /**
     * Which days are asked for.
     *
     * @param year the year
     * @param kind only of this kind; null for any
     * @param origin only of this origin; null for any
     */
    public record Wanted(int year, @Nullable String kind, @Nullable String origin) {}

    /**
     * A day as the administrator enters it.
     *
     * @param day the day
     * @param kind whether it is worked
     * @param zh what it is called, in Chinese
     * @param en what it is called, in English
     * @param reason why; null if that is not said
     */
    public record Draft(
            LocalDate day, String kind, String zh, String en, @Nullable String reason) {}

    /**
     * Lists the days of a year in order.
     *
     * @param caller who asks
     * @param wanted which
     * @param request which page
     * @return the page
     */
    public Page<CalendarDay> days(Caller caller, Wanted wanted, PageRequest request) {
        int year = wanted.year();
        String kind = wanted.kind();
        String origin = wanted.origin();
        Given given = new Given();
        if (kind != null) {
            given.known("kind", kind, Kind.class);
        }
        if (origin != null) {
            given.known("origin", origin, Origin.class);
        }
        given.end();
        WorkedDays.Company company = worked.of(caller.tenant());
        WorkCalendar calendar = company.latest(WorkCalendars.CHINA);
        DateRange covered = calendar.covered();
        if (year < covered.start().getYear() || year > covered.last().getYear()) {
            throw DutyRuleRefusal.CALENDAR_YEAR_UNANNOUNCED.with(
                    Map.of("year", "%04d".formatted(year)));
        }
        Map<LocalDate, CalendarDay> own = own(company);
        List<CalendarDay> days =
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .map(day -> own.getOrDefault(day, plain(calendar, day)))
                        .filter(day -> kind == null || day.kind().name().equals(kind))
                        .filter(day -> origin == null || day.origin().name().equals(origin))
                        .toList();
        return Page.slice(days, request, day -> day.day().toString());
    }

    /** What the company says itself: of its years, and over these of single days. */
    private static Map<LocalDate, CalendarDay> own(WorkedDays.Company company) {
        Map<LocalDate, CalendarDay> own = new TreeMap<>();
        for (YearRow year : company.knownAt(WorkCalendars.CHINA, Instant.MAX).years()) {
            for (YearDay day : year.days()) {
                Label label = new Label(day.zh(), day.en());
                own.put(day.day(), own(day.day(), day.worked(), label, year.source()));
            }
        }
        for (DayRow row : company.said().own()) {
            Label label = new Label(row.name().zh(), row.name().en());
            own.put(row.day(), own(row.day(), row.worked(), label, null));
        }
        return own;
    }

    private static CalendarDay own(
            LocalDate day, boolean worked, Label label, @Nullable String source) {
        return new CalendarDay(
                day,
                worked ? Kind.WORKING_DAY : Kind.DAY_OFF,
                Origin.COMPANY,
                Optional.of(label),
                Optional.ofNullable(source));
    }

    private CalendarDay plain(WorkCalendar calendar, LocalDate day) {
        Optional<AnnouncedDay> notice = Optional.ofNullable(announced.get(day));
        return new CalendarDay(
                day,
                calendar.isWorkingDay(day) ? Kind.WORKING_DAY : Kind.DAY_OFF,
                notice.isPresent() ? Origin.ANNOUNCED : Origin.WEEK,
                notice.map(AnnouncedDay::label),
                notice.map(AnnouncedDay::source));
    }

    /**
     * Lists the company's own days in order.
     *
     * @param caller who asks
     * @param from of this day or later; null for any
     * @param to up to this day; null for any
     * @param request which page
     * @return the page
     */
    public Page<DayRow> own(
            Caller caller, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        List<DayRow> rows =
                store.all(caller.tenant()).stream()
                        .filter(row -> from == null || !row.day().isBefore(from))
                        .filter(row -> to == null || !row.day().isAfter(to))
                        .toList();
        return Page.slice(
                rows,
                request,
                row -> PageRequest.join(row.day().toString(), "%019d".formatted(row.seq())));
    }

    /**
     * Adds a day of the company's own.
     *
     * @param caller who asks
     * @param draft the day
     * @return the row
     */
    public DayRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-company-day", draft.day().toString());
        Given given = new Given();
        given.day("/falls_on", draft.day());
        Optional<Kind> kind = given.known("/kind", draft.kind(), Kind.class);
        given.text("/label/zh", draft.zh());
        given.text("/label/en", draft.en());
        if (draft.reason() != null) {
            given.text("/reason", draft.reason());
        }
        given.end();
        DayRow row =
                new DayRow(
                        new Named(Ids.next("cd"), draft.zh(), draft.en()),
                        0,
                        draft.day(),
                        kind.orElseThrow() == Kind.WORKING_DAY,
                        draft.reason(),
                        clock.instant());
        tenants.lock(caller.tenant());
        store.add(caller.tenant(), row);
        requireWork(worked.of(caller.tenant()), row.day());
        audit.accepted(
                caller,
                "create-company-day",
                row.name().id(),
                Map.of("day", draft.day().toString()));
        return row;
    }

    /** A year in which nothing is worked is no calendar: no due time could be found in it. */
    private void requireWork(WorkedDays.Company company, LocalDate day) {
        Given given = new Given();
        calendars.all().stream()
                .map(entry -> company.latest(entry.key()))
                .filter(calendar -> calendar.covered().contains(day))
                .filter(calendar -> !calendar.isWorkedIn(day.getYear()))
                .findFirst()
                .ifPresent(
                        none ->
                                given.faults()
                                        .add(
                                                "/falls_on",
                                                DutyRuleRefusal.CALENDAR_YEAR_WITHOUT_WORK,
                                                Map.of("year", String.valueOf(day.getYear()))));
        given.end();
    }
}
