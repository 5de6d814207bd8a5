package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.ComplaintCount;
import dev.guanjia.server.api.model.ComplaintPart;
import dev.guanjia.server.api.model.ComplaintRate;
import dev.guanjia.server.api.model.ComplaintStatistics;
import dev.guanjia.server.application.ComplaintLedger.Counted;
import dev.guanjia.workorder.ComplaintRow;
import dev.guanjia.workorder.ComplaintRow.Answer;
import dev.guanjia.workorder.ComplaintRow.Verdict;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Complaints counted, on the wire. */
final class ComplaintMapping {

    private static final Rational HUNDRED = Rational.of(100, 1);

    private ComplaintMapping() {}

    static ComplaintStatistics statistics(Counted counted) {
        var counts = counted.counts();
        return new ComplaintStatistics(
                        counted.month().toString(),
                        Wire.at(counted.asOf()),
                        count(counts.total()),
                        count(counts.ruled(Verdict.VALID)),
                        count(counts.ruled(Verdict.INVALID)),
                        count(counts.ruled(Verdict.PENDING)),
                        count(counts.ruled(Verdict.WITHDRAWN)),
                        count(counts.overdue()),
                        count(counts.overdue(Verdict.PENDING)),
                        count(counts.answered(Answer.SATISFIED)),
                        count(counts.answered(Answer.UNSATISFIED)),
                        count(counts.answered(Answer.PENDING)),
                        parts(counts.by(ComplaintRow::channel)),
                        parts(counts.by(ComplaintRow::severity)))
                .unknown(count(counts.unknown()))
                .timelyPercent(percent(counts.timely()))
                .satisfiedPercent(percent(counts.satisfaction()));
    }

    private static ComplaintCount count(List<ComplaintRow> rows) {
        return new ComplaintCount(
                rows.size(), rows.stream().map(row -> row.order().value()).toList());
    }

    private static <K extends Comparable<K>> List<ComplaintPart> parts(
            SortedMap<K, dev.guanjia.workorder.ComplaintStatistics> parts) {
        return parts.entrySet().stream()
                .map(part -> part(part.getKey().toString(), part.getValue()))
                .toList();
    }

    private static ComplaintPart part(
            String name, dev.guanjia.workorder.ComplaintStatistics counts) {
        int valid = counts.ruled(Verdict.VALID).size();
        int satisfied = counts.answered(Answer.SATISFIED).size();
        int answered = satisfied + counts.answered(Answer.UNSATISFIED).size();
        return new ComplaintPart(
                name,
                counts.total().size(),
                valid,
                counts.ruled(Verdict.INVALID).size(),
                counts.ruled(Verdict.PENDING).size(),
                counts.overdue().size(),
                rate(valid - counts.overdue().size(), valid, counts.timely()),
                rate(satisfied, answered, counts.satisfaction()),
                rate(satisfied, valid, counts.satisfiedOfValid()));
    }

    private static ComplaintRate rate(int part, int whole, Optional<Rational> share) {
        return new ComplaintRate(part, whole).percent(percent(share));
    }

    private static @Nullable String percent(Optional<Rational> rate) {
        return rate.map(
                        share ->
                                share.times(HUNDRED)
                                        .toDecimal(2, RoundingMode.HALF_UP)
                                        .toPlainString())
                .orElse(null);
    }
}
