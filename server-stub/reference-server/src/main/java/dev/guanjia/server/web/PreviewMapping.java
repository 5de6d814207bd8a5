package dev.guanjia.server.web;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.BillExplanation;
import dev.guanjia.server.api.model.BillPreview;
import dev.guanjia.server.api.model.BillPreviewLine;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.application.BillPreviewDesk.Preview;
import dev.guanjia.server.application.SkipCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A previewed bill as it is answered. */
final class PreviewMapping {

    private PreviewMapping() {}

    static BillPreview preview(String unitId, Preview preview, Language language) {
        List<BillPreviewLine> lines =
                preview.outcomes().stream().map(outcome -> line(outcome, language)).toList();
        return new BillPreview(
                unitId, preview.period().month().toString(), Wire.money(preview.total()), lines);
    }

    private static BillPreviewLine line(BillOutcome outcome, Language language) {
        return outcome.fold(
                charged -> charged(line(outcome, "CHARGED"), charged.charge().trace()),
                unchanged -> line(outcome, "UNCHANGED"),
                skipped -> line(outcome, "SKIPPED").reason(reason(skipped, language)));
    }

    private static BillPreviewLine line(BillOutcome outcome, String kind) {
        return new BillPreviewLine(
                outcome.key().feeItem().value(),
                outcome.key().period().start(),
                outcome.key().period().end(),
                kind,
                List.of());
    }

    private static BillPreviewLine charged(BillPreviewLine line, ChargeTrace trace) {
        Taxed owed = trace.recompute();
        return line.amount(Wire.money(owed.gross()))
                .net(Wire.money(owed.net()))
                .tax(Wire.money(owed.tax()))
                .explanation(trace.segments().stream().map(PreviewMapping::stretch).toList());
    }

    private static Reason reason(BillOutcome.Skipped skipped, Language language) {
        Map<String, String> facts =
                Map.of(
                        "unit",
                        skipped.key().unit().value(),
                        "item",
                        skipped.key().feeItem().value(),
                        "period",
                        skipped.key().period().toString());
        Refusal why = new Refusal(new SkipCode(skipped.reason()), facts);
        return new Reason(why.code().key(), Wording.of(why, language), why.facts());
    }

    private static BillExplanation stretch(ChargeSegment segment) {
        return new BillExplanation(
                segment.tariff().value(),
                segment.days().start(),
                segment.days().end(),
                segment.quantity().basis().name(),
                ExactText.of(segment.quantity().value()),
                ExactText.of(segment.months()),
                calculation(segment),
                ExactText.of(segment.exact()));
    }

    /** {@code 89.5 x 2.4 x 1}, or {@code (10 x 2 + 5 x 2.5) x 1}, and what discounts leave. */
    private static String calculation(ChargeSegment segment) {
        Rational quantity = segment.quantity().value();
        String priced =
                segment.pricing()
                        .fold(
                                rate -> ExactText.of(quantity) + " x " + ExactText.of(rate.price()),
                                slabs -> "(" + graduated(slabs, quantity) + ")");
        String discounts =
                segment.discounts().stream()
                        .map(discount -> " x (1 - " + ExactText.of(discount.off()) + ")")
                        .collect(Collectors.joining());
        return priced + " x " + ExactText.of(segment.months()) + discounts;
    }

    private static String graduated(Slabs slabs, Rational quantity) {
        String bands =
                slabs.bands().stream()
                        .filter(band -> quantity.compareTo(band.from()) > 0)
                        .map(band -> band(band, quantity))
                        .collect(Collectors.joining(" + "));
        String sum = bands.isEmpty() ? "0" : bands;
        return slabs.minimum().signum() == 0
                ? sum
                : sum + ", at least " + ExactText.of(slabs.minimum());
    }

    private static String band(Band band, Rational quantity) {
        Rational end = band.upTo();
        Rational reached = end == null || quantity.compareTo(end) < 0 ? quantity : end;
        return ExactText.of(reached.minus(band.from())) + " x " + ExactText.of(band.price());
    }
}
