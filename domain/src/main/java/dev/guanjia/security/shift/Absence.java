package dev.guanjia.security.shift;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Optional;

/**
 * That the guard of a station is not there, does not come back or has left the company, so that the
 * leader stands for them when the station is handed on. Source: requirements 03 P-HANDOVER.
 *
 * @param leader who stands for the guard
 * @param reason why, not blank
 */
public record Absence(Actor leader, String reason) {

    /** A reason says something. */
    public Absence {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("absence without a reason: " + leader);
        }
    }

    /**
     * Prepares a handover that the leader signs and releases.
     *
     * @param log the predecessor's log
     * @param relief who takes over, neither the predecessor nor the leader
     * @return the handover, nothing checked yet; or refused with {@code CONSENT_MISSING} if it is
     *     not the leader of the station, or the predecessor or the relief
     */
    public Decision<Handover> prepare(ShiftLog log, StaffId relief) {
        Station station = log.station();
        return suits(log, relief)
                ? Decision.accept(new Handover(log, relief, Optional.of(this), List.of()))
                : Decision.refuse(
                        List.of(
                                ShiftRefusal.CONSENT_MISSING.because(
                                        "station", station.id(),
                                        "leader", station.leader().value())));
    }

    boolean suits(ShiftLog log, StaffId relief) {
        return leader.post().equals(log.station().leader())
                && !leader.staff().equals(log.holder())
                && !leader.staff().equals(relief);
    }
}
