package dev.guanjia.server.application;

import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyStanding;
import dev.guanjia.organisation.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An occurrence as it looked at an instant.
 *
 * @param record what had happened by then
 * @param asOf the instant
 * @param responsible who answered for it
 * @param judgedOn the day for which that was looked up
 * @param superior who answered for the post that it was last brought before, on the day of that;
 *     empty where it was brought before nobody
 */
public record DutyView(
        DutyRecord record,
        Instant asOf,
        Responsible responsible,
        LocalDate judgedOn,
        Optional<Responsible> superior) {

    /** How an occurrence looks: the domain's standings, and what was sent back in time. */
    public enum Standing {
        /** To be done, and still in time. */
        DUE,
        /** To be done, and too late. */
        OVERDUE,
        /** To be done again, and still in time. */
        RETURNED,
        /** To be done, too late, and brought before a superior. */
        ESCALATED,
        /** Done. */
        PERFORMED,
        /** Confirmed. */
        CONFIRMED,
        /** Need not be done. */
        WAIVED
    }

    /**
     * How it looks.
     *
     * @return the standing at the instant
     */
    public Standing standing() {
        DutyStanding standing = record.standing(asOf);
        List<DutyEvent> events = record.events();
        boolean sentBack =
                !events.isEmpty() && events.get(events.size() - 1) instanceof DutyEvent.Returned;
        return standing == DutyStanding.DUE && sentBack
                ? Standing.RETURNED
                : Standing.valueOf(standing.name());
    }
}
