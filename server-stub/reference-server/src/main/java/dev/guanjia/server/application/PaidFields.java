package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.application.PaidInput.LineDraft;
import dev.guanjia.workorder.paid.PaidRefusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which field of a request lies what is refused of paid work. */
final class PaidFields {

    static final Map<RefusalCode, String> QUOTE =
            Map.of(PaidRefusal.TIME_RUNS_BACKWARDS, "/quoted_at");
    static final Map<RefusalCode, String> WORD =
            Map.of(
                    PaidRefusal.TIME_RUNS_BACKWARDS,
                    PaidInput.SAID_AT,
                    PaidRefusal.QUOTE_ENDED,
                    PaidInput.SAID_AT,
                    PaidRefusal.NOT_THE_OWNER,
                    "/word/owner_id",
                    PaidRefusal.OTHER_AMOUNT,
                    "/total");
    static final Map<RefusalCode, String> DONE =
            Map.of(
                    PaidRefusal.TIME_RUNS_BACKWARDS, "/done_at",
                    PaidRefusal.OVER_CONSENT, "/lines");
    static final Map<RefusalCode, String> EXPIRY =
            Map.of(
                    PaidRefusal.TIME_RUNS_BACKWARDS, "/occurred_at",
                    PaidRefusal.QUOTE_NOT_ENDED, "/occurred_at");
    static final Map<RefusalCode, String> PRICE =
            Map.of(
                    PaidRefusal.PRICE_OVERLAPS, "/from",
                    PaidRefusal.OTHER_CURRENCY, "/price/currency");
    private static final Map<RefusalCode, String> REFUND =
            Map.of(
                    PaidRefusal.TIME_RUNS_BACKWARDS, "/approved_at",
                    PaidRefusal.OTHER_CURRENCY, "/amount/currency",
                    PaidRefusal.REFUND_NOT_POSITIVE, "/amount",
                    PaidRefusal.REFUND_OVER_CHARGE, "/amount",
                    PaidRefusal.REFUND_WITHOUT_REASON, "/reason");

    private PaidFields() {}

    /** Of a refund: after a guarantee it is the time that is wrong, without one the state. */
    static @Nullable String refund(Refusal refusal) {
        boolean late =
                refusal.code() == PaidRefusal.REFUND_NOT_DUE
                        && !"-".equals(refusal.facts().get("until"));
        return late ? "/approved_at" : REFUND.get(refusal.code());
    }

    /** Of lines that are priced: the first that names the item. */
    static @Nullable String line(Refusal refusal, List<LineDraft> lines) {
        if (refusal.code() == PaidRefusal.NO_LINES) {
            return "/lines";
        }
        int at =
                lines.stream()
                        .map(LineDraft::item)
                        .toList()
                        .indexOf(refusal.facts().getOrDefault("item", ""));
        if (at < 0) {
            return null;
        }
        boolean amount = refusal.code() == PaidRefusal.QUANTITY_NOT_POSITIVE;
        return "/lines/" + at + (amount ? "/quantity" : "/item");
    }
}
