package dev.guanjia.asset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an inspection of a piece of equipment stands on a day.
 *
 * @param equipment which equipment
 * @param kind which inspection
 * @param standing how it stands
 * @param due the last day that is certified without a gap, or that was; the next inspection is due
 *     by then; empty when none is on file, or when the certificate does not lapse
 */
public record Inspection(
        EquipmentId equipment, AssetKey kind, Standing standing, Optional<LocalDate> due) {

    /** How an inspection stands. */
    public enum Standing {
        /** A certificate covers the day. */
        VALID,
        /** A certificate covered an earlier day. */
        LAPSED,
        /** No certificate is on file that is valid yet. */
        MISSING
    }

    /**
     * Whether the next inspection is due by a day.
     *
     * @param day the day, included
     * @return true also for what is lapsed or missing already
     */
    public boolean isDueBy(LocalDate day) {
        return standing != Standing.VALID || due.filter(last -> !last.isAfter(day)).isPresent();
    }

    /**
     * Whether the next inspection is still due on a day, so that a list from that day on shows it.
     *
     * @param day the day, included
     * @return true for what is missing on any day, which has no due day to be before it
     */
    public boolean isDueFrom(LocalDate day) {
        return standing == Standing.MISSING || due.filter(last -> !last.isBefore(day)).isPresent();
    }

    /** Certificates of one equipment and kind, by first day. */
    static Inspection of(
            EquipmentId equipment, AssetKey kind, List<Certificate> papers, LocalDate day) {
        Standing standing = Standing.MISSING;
        Optional<LocalDate> covered = Optional.empty();
        for (Certificate paper : papers) {
            if (standing == Standing.VALID && covered.isEmpty()) {
                break;
            }
            LocalDate next = covered.map(last -> last.plusDays(1)).orElse(paper.from());
            boolean joins = standing == Standing.VALID && !paper.from().isAfter(next);
            if (!paper.from().isAfter(day) || joins) {
                covered = later(covered, paper.last());
                standing =
                        covered.filter(day::isAfter).isPresent() ? Standing.LAPSED : Standing.VALID;
            }
        }
        return new Inspection(equipment, kind, standing, covered);
    }

    /** Empty in the second place never lapses. */
    private static Optional<LocalDate> later(
            Optional<LocalDate> covered, Optional<LocalDate> last) {
        return last.map(day -> covered.filter(day::isBefore).orElse(day));
    }
}
