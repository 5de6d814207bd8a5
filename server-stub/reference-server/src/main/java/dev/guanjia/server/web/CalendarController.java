package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.CalendarsApi;
import dev.guanjia.server.api.model.CalendarDay;
import dev.guanjia.server.api.model.CalendarDayPage;
import dev.guanjia.server.api.model.CompanyDay;
import dev.guanjia.server.api.model.CompanyDayCreate;
import dev.guanjia.server.api.model.CompanyDayPage;
import dev.guanjia.server.api.model.CompanyYear;
import dev.guanjia.server.api.model.CompanyYearCreate;
import dev.guanjia.server.api.model.CompanyYearDay;
import dev.guanjia.server.api.model.CompanyYearPage;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.application.CalendarDesk;
import dev.guanjia.server.application.CalendarDesk.Draft;
import dev.guanjia.server.application.CalendarDesk.Kind;
import dev.guanjia.server.application.CalendarDesk.Wanted;
import dev.guanjia.server.application.CompanyYearDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
import dev.guanjia.server.store.CompanyYearStore.YearDay;
import dev.guanjia.server.store.CompanyYearStore.YearRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which days are worked. */
@RestController
@RequestMapping("/v1")
class CalendarController implements CalendarsApi {

    private final CurrentCaller caller;
    private final CalendarDesk desk;
    private final CompanyYearDesk years;

    CalendarController(CurrentCaller caller, CalendarDesk desk, CompanyYearDesk years) {
        this.caller = caller;
        this.desk = desk;
        this.years = years;
    }

    @Override
    public ResponseEntity<CompanyYear> createCompanyYear(
            String idempotencyKey, CompanyYearCreate body) {
        var draft =
                new CompanyYearDesk.Draft(
                        body.getCalendar(),
                        Integer.parseInt(body.getYear()),
                        body.getDays().stream().map(CalendarController::draft).toList(),
                        body.getSource());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(year(years.create(caller.get(), draft)));
    }

    private static CompanyYearDesk.DayDraft draft(CompanyYearDay day) {
        return new CompanyYearDesk.DayDraft(
                day.getFallsOn(), day.getKind(), day.getLabel().getZh(), day.getLabel().getEn());
    }

    @Override
    public ResponseEntity<CompanyYearPage> listCompanyYears(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("company-years", limit, cursor);
        Page<CompanyYear> page = years.list(caller.get(), request).map(CalendarController::year);
        return ResponseEntity.ok(new CompanyYearPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static CompanyYear year(YearRow row) {
        return new CompanyYear(
                row.id(),
                row.edition().calendar(),
                "%04d".formatted(row.edition().year()),
                row.edition().version(),
                row.days().stream().map(CalendarController::day).toList(),
                row.source(),
                Wire.at(row.recordedAt()));
    }

    private static CompanyYearDay day(YearDay day) {
        return new CompanyYearDay(
                day.day(),
                (day.worked() ? Kind.WORKING_DAY : Kind.DAY_OFF).name(),
                new Label(day.zh(), day.en()));
    }

    @Override
    public ResponseEntity<CalendarDayPage> listCalendarDays(
            String year,
            @Nullable String kind,
            @Nullable String origin,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("calendar-days", limit, cursor);
        Wanted wanted = new Wanted(Integer.parseInt(year), kind, origin);
        Page<CalendarDay> page =
                desk.days(caller.get(), wanted, request).map(CalendarController::day);
        return ResponseEntity.ok(new CalendarDayPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static CalendarDay day(CalendarDesk.CalendarDay day) {
        return new CalendarDay(day.day(), day.kind().name(), day.origin().name())
                .label(day.label().map(Wire::label).orElse(null))
                .source(day.source().orElse(null));
    }

    @Override
    public ResponseEntity<CompanyDay> createCompanyDay(
            String idempotencyKey, CompanyDayCreate body) {
        Draft draft =
                new Draft(
                        body.getFallsOn(),
                        body.getKind(),
                        body.getLabel().getZh(),
                        body.getLabel().getEn(),
                        body.getReason());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(own(desk.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<CompanyDayPage> listCompanyDays(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("company-days", limit, cursor);
        Page<CompanyDay> page =
                desk.own(caller.get(), from, to, request).map(CalendarController::own);
        return ResponseEntity.ok(new CompanyDayPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static CompanyDay own(DayRow row) {
        return new CompanyDay(
                        row.name().id(),
                        row.day(),
                        (row.worked() ? Kind.WORKING_DAY : Kind.DAY_OFF).name(),
                        new Label(row.name().zh(), row.name().en()),
                        Wire.at(row.recordedAt()))
                .reason(row.reason());
    }
}
