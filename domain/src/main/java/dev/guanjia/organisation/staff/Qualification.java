package dev.guanjia.organisation.staff;

import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person is qualified (R-CERT): a certificate, or training or knowledge on record.
 *
 * @param staff the person
 * @param kind what for
 * @param number the number of the paper, not blank
 * @param from the first valid day, included
 * @param last the last valid day, included and not before {@code from}; empty when it does not
 *     lapse
 */
public record Qualification(
        StaffId staff,
        QualificationKey kind,
        String number,
        LocalDate from,
        Optional<LocalDate> last) {

    /** Rejects a paper without a number and one that lapses before it is valid. */
    public Qualification {
        if (number.isBlank()) {
            throw new IllegalArgumentException("qualification has no number: " + staff);
        }
        if (last.isPresent() && last.get().isBefore(from)) {
            throw new IllegalArgumentException(
                    "qualification runs backwards: " + from + " to " + last.get());
        }
    }

    /**
     * Whether it is valid on a day.
     *
     * @param day the day
     * @return true from {@code from} to {@code last}, both included
     */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && last.map(end -> !day.isAfter(end)).orElse(true);
    }
}
