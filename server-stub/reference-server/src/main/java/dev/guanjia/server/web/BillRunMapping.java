package dev.guanjia.server.web;

import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.server.api.model.BillRun;
import dev.guanjia.server.api.model.BillRunProgress;
import dev.guanjia.server.api.model.BillRunSkip;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.ChargeTrace;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.application.SkipCode;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.SkipStore.SkipRow;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Bill runs and charges on the wire. */
final class BillRunMapping {

    private BillRunMapping() {}

    /** The document has checked the form already. */
    static ServicePeriod period(String text) {
        return ServicePeriod.of(YearMonth.parse(text));
    }

    static BillRun run(BillRunRow row) {
        dev.guanjia.billing.run.BillRun run = row.run();
        return new BillRun(
                row.id(),
                run.community().value(),
                run.period().toString(),
                run.dueOn(),
                run.state().name(),
                progress(run.progress()),
                Wire.at(row.recordedAt()));
    }

    private static BillRunProgress progress(dev.guanjia.billing.run.BillRunProgress progress) {
        return new BillRunProgress(
                progress.unitsTotal(),
                progress.unitsDone(),
                progress.charged(),
                progress.unchanged(),
                progress.skipped(),
                Wire.money(progress.total()));
    }

    static BillRunSkip skip(SkipRow row, String period, Language language) {
        Map<String, String> facts =
                Map.of("unit", row.unitId(), "item", row.feeItem(), "period", period);
        Refusal why = new Refusal(new SkipCode(row.reason()), facts);
        Reason reason = new Reason(why.code().key(), Wording.of(why, language), why.facts());
        return new BillRunSkip(row.unitId(), row.feeItem(), reason);
    }

    static Charge charge(ChargeRow row) {
        return new Charge(
                        row.id().value(),
                        row.key().unit().value(),
                        row.key().feeItem().value(),
                        row.key().period().start(),
                        row.key().period().end(),
                        row.dueOn(),
                        Wire.money(row.standing().amount()),
                        Wire.money(row.standing().open()),
                        row.standing().binding())
                .billRunId(row.runId())
                .workOrderId(row.key().order());
    }

    /** The document knows one price for a whole month: that is what tariffs can be given as. */
    static ChargeTrace trace(dev.guanjia.billing.ChargeTrace trace) {
        ChargeSegment segment = trace.segments().get(0);
        return new ChargeTrace(
                segment.tariff().value(),
                segment.quantity().basis().name(),
                segment.quantity().value().decimalText(),
                price(segment),
                trace.currency().getCurrencyCode(),
                trace.exact().decimalText(),
                trace.rounding().mode().name(),
                readings(segment.quantity().spans()));
    }

    private static String price(ChargeSegment segment) {
        return segment.pricing()
                .fold(
                        rate -> rate.price().decimalText(),
                        slabs -> slabs.bands().get(0).price().decimalText());
    }

    private static List<String> readings(List<MeterSpan> spans) {
        return spans.stream()
                .flatMap(span -> Stream.of(span.openingReading(), span.closingReading()))
                .filter(Objects::nonNull)
                .map(ReadingId::value)
                .toList();
    }
}
