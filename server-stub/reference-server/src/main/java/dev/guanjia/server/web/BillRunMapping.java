package dev.guanjia.server.web;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.server.api.model.BillRun;
import dev.guanjia.server.api.model.BillRunFailure;
import dev.guanjia.server.api.model.BillRunProgress;
import dev.guanjia.server.api.model.BillRunSkip;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.application.SkipCode;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.BillRunWorkStore.Failure;
import dev.guanjia.server.store.SkipStore.SkipRow;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bill runs and charges on the wire. */
final class BillRunMapping {

    private BillRunMapping() {}

    /** The document has checked the form already. */
    static ServicePeriod period(String text) {
        return ServicePeriod.of(YearMonth.parse(text));
    }

    static BillRun run(BillRunRow row, Language language) {
        dev.guanjia.billing.run.BillRun run = row.run();
        return new BillRun(
                        row.id(),
                        run.community().value(),
                        run.period().toString(),
                        run.dueOn(),
                        run.state().name(),
                        progress(run.progress()),
                        Wire.at(row.recordedAt()))
                .failure(failure(row.failure(), language));
    }

    private static @Nullable BillRunFailure failure(@Nullable Failure failure, Language language) {
        return failure == null
                ? null
                : new BillRunFailure(
                        Wire.at(failure.at()), ReasonMapping.reason(failure.reason(), language));
    }

    private static BillRunProgress progress(dev.guanjia.billing.run.BillRunProgress progress) {
        return new BillRunProgress(
                progress.unitsTotal(),
                progress.unitsDone(),
                progress.charged(),
                progress.unchanged(),
                progress.skipped(),
                Wire.money(progress.total()),
                progress.entered());
    }

    static BillRunSkip skip(SkipRow row, String period, Language language) {
        Map<String, String> facts =
                Map.of("unit", row.unitId(), "item", row.feeItem(), "period", period);
        Refusal why = new Refusal(new SkipCode(row.reason()), facts);
        Reason reason = new Reason(why.code().key(), Wording.of(why, language), why.facts());
        return new BillRunSkip(row.unitId(), row.feeItem(), reason);
    }
}
