package dev.guanjia.plan.meeting;

import dev.guanjia.duty.DutyRecord;
import dev.guanjia.money.Rational;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many matters kept their node date. Source: QF-H-09: (reported - not finished by their node) /
 * reported.
 *
 * @param total all matters looked at
 * @param late those done after their node date, or not done when it had passed, waived or not
 */
public record NodeRate(List<DutyRecord> total, List<DutyRecord> late) {

    /** Copies; what is late is among all. */
    public NodeRate {
        total = List.copyOf(total);
        late = List.copyOf(late);
        if (!total.containsAll(late)) {
            throw new IllegalArgumentException("late matters are not among all: " + late);
        }
    }

    /**
     * Looks at matters.
     *
     * @param records the records of the duties they became
     * @param asOf the instant of judgement
     * @return the rate, with the rows behind it
     */
    public static NodeRate of(Collection<DutyRecord> records, Instant asOf) {
        List<DutyRecord> all = List.copyOf(records);
        return new NodeRate(all, all.stream().filter(record -> isLate(record, asOf)).toList());
    }

    /**
     * The rate.
     *
     * @return exact, between zero and one; empty when there was no matter
     */
    public Optional<Rational> rate() {
        return total.isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(total.size() - late.size(), total.size()));
    }

    private static boolean isLate(DutyRecord record, Instant asOf) {
        Instant judged =
                record.performance()
                        .map(done -> done.at())
                        .filter(at -> !at.isAfter(asOf))
                        .orElse(asOf);
        return !record.occurrence().due().isInTime(judged);
    }
}
