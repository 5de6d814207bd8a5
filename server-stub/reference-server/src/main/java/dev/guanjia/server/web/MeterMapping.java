package dev.guanjia.server.web;

import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterKinds;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.Use;
import dev.guanjia.server.api.model.MeterCharge;
import dev.guanjia.server.api.model.MeterDetail;
import dev.guanjia.server.api.model.MeterDetailPage;
import dev.guanjia.server.api.model.MeterInstallation;
import dev.guanjia.server.api.model.MeterLoss;
import dev.guanjia.server.api.model.MeterName;
import dev.guanjia.server.api.model.MeterReadingFileItem;
import dev.guanjia.server.api.model.MeterReadingFileResult;
import dev.guanjia.server.api.model.MeterRegister;
import dev.guanjia.server.api.model.MeterUse;
import dev.guanjia.server.api.model.MeterUsePage;
import dev.guanjia.server.api.model.ReadingDay;
import dev.guanjia.server.api.model.ReadingDayPage;
import dev.guanjia.server.api.model.RegisterChange;
import dev.guanjia.server.api.model.RegisterChangeCreate;
import dev.guanjia.server.api.model.RegisterChangePage;
import dev.guanjia.server.application.MeterUseDesk.BilledUse;
import dev.guanjia.server.application.MeterUseDesk.Compared;
import dev.guanjia.server.application.ReadingFileDesk.Result;
import dev.guanjia.server.application.RegisterDesk.ChangeDraft;
import dev.guanjia.server.application.RegisterDesk.NextDraft;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.InstalledMeterStore.InstalledMeter;
import dev.guanjia.server.store.InstalledMeterStore.RegisterNow;
import dev.guanjia.server.store.ReadingDayStore.DayRow;
import dev.guanjia.server.store.RegisterChangeStore.ChangeRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Meters on the wire. */
final class MeterMapping {

    private MeterMapping() {}

    static MeterDraft draft(MeterInstallation body) {
        return new MeterDraft(
                body.getKind(),
                body.getSerialNo(),
                body.getInstalledOn(),
                body.getInitialValue(),
                RegistryMapping.digits(body.getDigits()));
    }

    static MeterDetail meter(InstalledMeter installed) {
        Meter meter = installed.row().meter();
        UnitId unit = meter.unit();
        RegisterNow now = installed.now();
        MeterRegister register =
                new MeterRegister(now.serial(), now.first())
                        .digits(RegistryMapping.digits(now.digits()));
        return new MeterDetail(
                        installed.id(),
                        installed.place().communityId(),
                        meter.kind().name(),
                        MeterKinds.of(meter.kind()).unit(),
                        meter.serial(),
                        meter.installedOn(),
                        installed.row().initialValue(),
                        register)
                .unitId(unit == null ? null : unit.value())
                .parentId(installed.place().parentId())
                .removedOn(now.removedOn());
    }

    static MeterDetailPage meters(Page<InstalledMeter> page) {
        return new MeterDetailPage(page.map(MeterMapping::meter).items())
                .nextCursor(page.nextCursor());
    }

    static ChangeDraft draft(RegisterChangeCreate body) {
        MeterRegister next = body.getNext();
        return new ChangeDraft(
                body.getChangedOn(),
                body.getLastValue(),
                next == null
                        ? null
                        : new NextDraft(
                                next.getSerialNo(),
                                next.getFirstValue(),
                                RegistryMapping.digits(next.getDigits())));
    }

    static RegisterChange change(ChangeRow row) {
        Register next = row.change().next();
        String first = row.values().first();
        RegisterChange change =
                new RegisterChange(
                        row.id(),
                        row.meter().value(),
                        row.change().day(),
                        row.values().last(),
                        Wire.at(row.recordedAt()));
        return next == null || first == null
                ? change
                : change.next(
                        new MeterRegister(next.serial(), first)
                                .digits(RegistryMapping.digits(next.digits())));
    }

    static RegisterChangePage changes(Page<ChangeRow> page) {
        return new RegisterChangePage(page.map(MeterMapping::change).items())
                .nextCursor(page.nextCursor());
    }

    static MeterUsePage uses(Page<BilledUse> page) {
        return new MeterUsePage(page.map(MeterMapping::use).items()).nextCursor(page.nextCursor());
    }

    private static MeterUse use(BilledUse billed) {
        Use use = billed.use();
        return new MeterUse(
                use.from(),
                use.until(),
                use.closing().id().value(),
                use.used().decimalText(),
                use.total().decimalText(),
                billed.charges().stream()
                        .map(
                                charge ->
                                        new MeterCharge(
                                                charge.chargeId(),
                                                charge.feeItem(),
                                                charge.opening(),
                                                charge.closing(),
                                                charge.adjustment(),
                                                charge.billed()))
                        .toList());
    }

    static MeterLoss loss(Compared compared, LocalDate from, LocalDate until) {
        dev.guanjia.property.meter.MeterLoss loss = compared.loss();
        List<Meter> all = new ArrayList<>(List.of(compared.above()));
        all.addAll(compared.below());
        boolean read = !loss.unread().contains(loss.parent());
        return new MeterLoss(
                        loss.parent().value(),
                        MeterKinds.of(compared.above().kind()).unit(),
                        from,
                        until,
                        loss.below().decimalText(),
                        all.stream()
                                .filter(meter -> loss.unread().contains(meter.id()))
                                .map(MeterMapping::name)
                                .toList(),
                        compared.below().stream().map(MeterMapping::name).toList())
                .above(read ? loss.above().decimalText() : null)
                .loss(loss.value().map(lost -> lost.decimalText()).orElse(null));
    }

    private static MeterName name(Meter meter) {
        return new MeterName(meter.id().value(), meter.serial());
    }

    static MeterReadingFileResult file(List<Result> results) {
        long stored = results.stream().filter(Result::stored).count();
        return new MeterReadingFileResult(
                results.size(),
                Math.toIntExact(stored),
                results.stream()
                        .map(
                                row ->
                                        new MeterReadingFileItem(
                                                row.number(),
                                                row.meterId(),
                                                row.readingId(),
                                                row.stored()))
                        .toList());
    }

    static ReadingDay day(String communityId, DayRow row) {
        return new ReadingDay(
                communityId,
                row.day().from().toString(),
                row.day().day(),
                Wire.at(row.recordedAt()));
    }

    static ReadingDayPage days(String communityId, Page<DayRow> page) {
        return new ReadingDayPage(page.map(row -> day(communityId, row)).items())
                .nextCursor(page.nextCursor());
    }
}
