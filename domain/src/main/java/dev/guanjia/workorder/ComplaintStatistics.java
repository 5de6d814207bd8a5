package dev.guanjia.workorder;

import dev.guanjia.money.Rational;
import dev.guanjia.workorder.ComplaintRow.Answer;
import dev.guanjia.workorder.ComplaintRow.Verdict;
import dev.guanjia.workorder.level.Timeliness;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Complaints counted; every count is the rows behind it. valid + invalid + pending = total;
 * satisfied + unsatisfied + unanswered = valid; overdue and unknown are parts of valid. Source: 03
 * P-COMPLAINT rules 3, 5 and 7; 05 S09.
 *
 * @param rows each order once, judged as of one moment
 */
public record ComplaintStatistics(List<ComplaintRow> rows) {

    /** A complaint counts once. */
    public ComplaintStatistics {
        rows = List.copyOf(rows);
        if (rows.stream().map(ComplaintRow::order).distinct().count() != rows.size()) {
            throw new IllegalArgumentException("a complaint stands twice");
        }
    }

    /**
     * What counts.
     *
     * @return all but those withdrawn
     */
    public List<ComplaintRow> total() {
        return those(row -> row.verdict() != Verdict.WITHDRAWN);
    }

    /**
     * Those with a verdict.
     *
     * @param verdict which
     * @return their rows
     */
    public List<ComplaintRow> ruled(Verdict verdict) {
        return those(row -> row.verdict() == verdict);
    }

    /**
     * Valid ones whose customer said something, or nothing yet.
     *
     * @param answer what they said last
     * @return their rows
     */
    public List<ComplaintRow> answered(Answer answer) {
        return those(row -> row.verdict() == Verdict.VALID && row.answer() == answer);
    }

    /**
     * Valid ones past their due time, handled or not.
     *
     * @return their rows
     */
    public List<ComplaintRow> overdue() {
        return overdue(Verdict.VALID);
    }

    /**
     * Those of a verdict past their due time: of the pending ones, what the rate will count as soon
     * as they are ruled valid.
     *
     * @param verdict which
     * @return their rows
     */
    public List<ComplaintRow> overdue(Verdict verdict) {
        return those(row -> row.verdict() == verdict && row.timeliness() == Timeliness.OVERDUE);
    }

    /**
     * Valid ones of which nobody can say whether they are past their due time, because the working
     * days on the way are not known yet.
     *
     * @return their rows
     */
    public List<ComplaintRow> unknown() {
        return those(
                row -> row.verdict() == Verdict.VALID && row.timeliness() == Timeliness.UNKNOWN);
    }

    /**
     * The rate of timely handling (有效投诉处理及时率): valid less overdue, of valid; what is unknown is
     * neither. Source: 04 QF-H-12.
     *
     * @return empty while of no valid one it is known
     */
    public Optional<Rational> timely() {
        int judged = ruled(Verdict.VALID).size() - unknown().size();
        return share(judged - overdue().size(), judged);
    }

    /**
     * The rate of satisfaction: satisfied, of those who answered. Source: 03 P-COMPLAINT rule 6.
     *
     * @return empty while nobody answered
     */
    public Optional<Rational> satisfaction() {
        int satisfied = answered(Answer.SATISFIED).size();
        return share(satisfied, satisfied + answered(Answer.UNSATISFIED).size());
    }

    /**
     * The rate of satisfaction as the quality objectives of the group have it (总经理热线、信件投诉回访满意率):
     * satisfied, of valid. Source: 04 QF-H-07 [P].
     *
     * @return empty while none is valid
     */
    public Optional<Rational> satisfiedOfValid() {
        return share(answered(Answer.SATISFIED).size(), ruled(Verdict.VALID).size());
    }

    private static Optional<Rational> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Rational.of(part, whole));
    }

    /**
     * The statistics of each part, as by month of receipt, channel or severity.
     *
     * @param <K> what tells the parts apart
     * @param part the part that a row belongs to
     * @return in the order of the parts
     */
    public <K extends Comparable<K>> SortedMap<K, ComplaintStatistics> by(
            Function<ComplaintRow, K> part) {
        SortedMap<K, ComplaintStatistics> parts = new TreeMap<>();
        rows.stream()
                .map(part)
                .distinct()
                .forEach(
                        key ->
                                parts.put(
                                        key,
                                        new ComplaintStatistics(
                                                those(row -> part.apply(row).equals(key)))));
        return parts;
    }

    private List<ComplaintRow> those(Predicate<ComplaintRow> which) {
        return rows.stream().filter(which).toList();
    }
}
