package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.MetersApi;
import dev.guanjia.server.api.model.MeterDetail;
import dev.guanjia.server.api.model.MeterDetailPage;
import dev.guanjia.server.api.model.MeterInstallation;
import dev.guanjia.server.api.model.MeterLoss;
import dev.guanjia.server.api.model.MeterPatch;
import dev.guanjia.server.api.model.MeterReadingFileResult;
import dev.guanjia.server.api.model.MeterUsePage;
import dev.guanjia.server.api.model.ReadingDay;
import dev.guanjia.server.api.model.ReadingDayCreate;
import dev.guanjia.server.api.model.ReadingDayPage;
import dev.guanjia.server.api.model.RegisterChange;
import dev.guanjia.server.api.model.RegisterChangeCreate;
import dev.guanjia.server.api.model.RegisterChangePage;
import dev.guanjia.server.api.model.UnreadMeterPage;
import dev.guanjia.server.application.MeterDesk;
import dev.guanjia.server.application.MeterDesk.Where;
import dev.guanjia.server.application.MeterUseDesk;
import dev.guanjia.server.application.MeterUseDesk.Compared;
import dev.guanjia.server.application.ReadingDayDesk;
import dev.guanjia.server.application.ReadingDayDesk.Unread;
import dev.guanjia.server.application.ReadingFileDesk;
import dev.guanjia.server.application.RegisterDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.InstalledMeterStore.Filter;
import dev.guanjia.server.store.InstalledMeterStore.InstalledMeter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meters, their registers, and what was used, lost and billed. */
@RestController
@RequestMapping("/v1")
class MetersController implements MetersApi {

    private final CurrentCaller caller;
    private final MeterDesk meters;
    private final RegisterDesk registers;
    private final MeterUseDesk uses;
    private final ReadingFileDesk files;
    private final ReadingDayDesk days;

    MetersController(
            CurrentCaller caller,
            MeterDesk meters,
            RegisterDesk registers,
            MeterUseDesk uses,
            ReadingFileDesk files,
            ReadingDayDesk days) {
        this.caller = caller;
        this.meters = meters;
        this.registers = registers;
        this.uses = uses;
        this.files = files;
        this.days = days;
    }

    @Override
    public ResponseEntity<MeterDetail> createMeter(String idempotencyKey, MeterInstallation body) {
        Where where = new Where(body.getCommunityId(), body.getUnitId(), body.getParentId());
        InstalledMeter meter = meters.create(caller.get(), where, MeterMapping.draft(body));
        return ResponseEntity.created(Wire.location("meters", meter.id()))
                .eTag(Version.tag(meter.version()))
                .body(MeterMapping.meter(meter));
    }

    @Override
    public ResponseEntity<MeterDetail> getMeter(String meterId) {
        return answer(meters.get(caller.get(), meterId));
    }

    @Override
    public ResponseEntity<MeterDetailPage> listMeters(
            @Nullable String communityId,
            @Nullable String unitId,
            @Nullable String kind,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(communityId, unitId, kind);
        PageRequest request = PageRequest.of("meters", limit, cursor);
        return ResponseEntity.ok(MeterMapping.meters(meters.list(caller.get(), filter, request)));
    }

    @Override
    public ResponseEntity<MeterDetail> updateMeter(
            String meterId, String idempotencyKey, String ifMatch, MeterPatch body) {
        return answer(
                meters.place(
                        caller.get(),
                        meterId,
                        ifMatch,
                        old ->
                                body.getParentId().isPresent()
                                        ? Optional.ofNullable(body.getParentId().get())
                                        : old));
    }

    @Override
    public ResponseEntity<RegisterChange> changeRegister(
            String meterId, String idempotencyKey, RegisterChangeCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        MeterMapping.change(
                                registers.change(caller.get(), meterId, MeterMapping.draft(body))));
    }

    @Override
    public ResponseEntity<RegisterChangePage> listRegisterChanges(
            String meterId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("register-changes", limit, cursor);
        return ResponseEntity.ok(
                MeterMapping.changes(registers.list(caller.get(), meterId, request)));
    }

    @Override
    public ResponseEntity<MeterUsePage> listMeterConsumption(
            String meterId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("consumption", limit, cursor);
        return ResponseEntity.ok(MeterMapping.uses(uses.uses(caller.get(), meterId, request)));
    }

    @Override
    public ResponseEntity<MeterLoss> getMeterLoss(
            String meterId, LocalDate from, LocalDate until, @Nullable String tolerance) {
        Compared compared = uses.loss(caller.get(), meterId, from, until);
        MeterLoss loss = MeterMapping.loss(compared, from, until);
        if (tolerance != null) {
            loss.withinTolerance(compared.loss().isWithin(Rational.parse(tolerance)).orElse(null));
        }
        return ResponseEntity.ok(loss);
    }

    @Override
    public ResponseEntity<MeterReadingFileResult> importMeterReadings(
            String idempotencyKey, String body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(MeterMapping.file(files.take(caller.get(), body)));
    }

    @Override
    public ResponseEntity<ReadingDay> createReadingDay(
            String communityId, String idempotencyKey, ReadingDayCreate body) {
        YearMonth from = YearMonth.parse(body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        MeterMapping.day(
                                communityId,
                                days.create(caller.get(), communityId, from, body.getDay())));
    }

    @Override
    public ResponseEntity<ReadingDayPage> listReadingDays(
            String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("reading-days", limit, cursor);
        return ResponseEntity.ok(
                MeterMapping.days(communityId, days.list(caller.get(), communityId, request)));
    }

    @Override
    public ResponseEntity<UnreadMeterPage> listUnreadMeters(
            String communityId, String period, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("unread-meters", limit, cursor);
        YearMonth month = YearMonth.parse(period);
        Unread unread = days.unread(caller.get(), communityId, month, request);
        return ResponseEntity.ok(
                new UnreadMeterPage(
                                unread.readingOn(), unread.page().map(MeterMapping::meter).items())
                        .nextCursor(unread.page().nextCursor()));
    }

    private static ResponseEntity<MeterDetail> answer(InstalledMeter meter) {
        return ResponseEntity.ok()
                .eTag(Version.tag(meter.version()))
                .body(MeterMapping.meter(meter));
    }
}
