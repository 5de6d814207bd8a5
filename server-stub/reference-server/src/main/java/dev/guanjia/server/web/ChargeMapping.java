package dev.guanjia.server.web;

import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.ChargePayer;
import dev.guanjia.server.api.model.ChargeTrace;
import dev.guanjia.server.application.LateChargeDesk;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Charges as the document has them. */
final class ChargeMapping {

    private ChargeMapping() {}

    static Charge charge(ChargeRow row) {
        return new Charge(
                        row.id().value(),
                        row.key().unit().value(),
                        row.key().feeItem().value(),
                        row.key().period().start(),
                        row.key().period().end(),
                        new ChargePayer(row.payer().kind().name(), row.payer().id()),
                        row.dueOn(),
                        Wire.money(row.standing().amount()),
                        Wire.money(row.standing().taxed().tax()),
                        Wire.money(row.standing().open()),
                        row.standing().binding())
                .billRunId(row.runId())
                .workOrderId(isLate(row) ? null : row.key().order())
                .lateWith(isLate(row) ? row.key().order() : null)
                .reversal(reversal(row.correction().reversal()))
                .replaces(id(row.correction().replaces()))
                .replacedBy(id(row.correction().replacedBy()));
    }

    private static boolean isLate(ChargeRow row) {
        return row.key().feeItem().equals(LateChargeDesk.ITEM);
    }

    private static @Nullable String id(dev.guanjia.billing.@Nullable ChargeId id) {
        return id == null ? null : id.value();
    }

    private static dev.guanjia.server.api.model.@Nullable ChargeReversal reversal(
            @Nullable ChargeReversal reversal) {
        return reversal == null
                ? null
                : new dev.guanjia.server.api.model.ChargeReversal(
                        reversal.reason(), reversal.on(), reversal.actor().staff().value());
    }

    /** The first stretch tells what it always told; the stretches tell all. */
    static ChargeTrace trace(dev.guanjia.billing.ChargeTrace trace) {
        ChargeSegment segment = trace.segments().get(0);
        return new ChargeTrace(
                        segment.tariff().value(),
                        segment.quantity().basis().name(),
                        SegmentMapping.exact(segment.quantity().value()),
                        SegmentMapping.price(segment)
                                .orElseGet(() -> SegmentMapping.firstPrice(segment)),
                        trace.currency().getCurrencyCode(),
                        SegmentMapping.exact(trace.exact()),
                        trace.rounding().mode().name(),
                        readings(segment.quantity().spans()))
                .before(SegmentMapping.exact(trace.before()))
                .charged(Optional.ofNullable(trace.charged()).map(Wire::money).orElse(null))
                .segments(trace.segments().stream().map(SegmentMapping::segment).toList());
    }

    private static List<String> readings(List<MeterSpan> spans) {
        return spans.stream()
                .flatMap(span -> Stream.of(span.openingReading(), span.closingReading()))
                .filter(Objects::nonNull)
                .map(ReadingId::value)
                .toList();
    }
}
