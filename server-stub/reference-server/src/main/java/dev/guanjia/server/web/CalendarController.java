package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.CalendarsApi;
import dev.guanjia.server.api.model.CalendarDay;
import dev.guanjia.server.api.model.CalendarDayPage;
import dev.guanjia.server.api.model.CompanyDay;
import dev.guanjia.server.api.model.CompanyDayCreate;
import dev.guanjia.server.api.model.CompanyDayPage;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.application.CalendarDesk;
import dev.guanjia.server.application.CalendarDesk.Draft;
import dev.guanjia.server.application.CalendarDesk.Kind;
import dev.guanjia.server.application.CalendarDesk.Wanted;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
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

    CalendarController(CurrentCaller caller, CalendarDesk desk) {
        this.caller = caller;
        this.desk = desk;
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
