package dev.guanjia.workorder.escalation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.escalation.EscalationLadder.Rung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rung of the ladder of one complaint.
 *
 * @param level from 1
 * @param rung whose it is, and the row that says so
 * @param told why and when they hear of it; null while nothing lets it come to them
 * @param due whether that moment had come when it was asked
 */
public record Step(int level, Rung rung, @Nullable Told told, boolean due) {

    /** Only what comes at some time can have come. */
    public Step {
        if (due && told == null) {
            throw new IllegalArgumentException("due at no time: level " + level);
        }
    }

    /** What brings a complaint to somebody. */
    public enum Cause {
        /** It is held for so grave that they hear of it at once. */
        AT_ONCE,
        /** Somebody raised it. */
        RAISED,
        /** Its limit was missed, so long ago. */
        BREACH
    }

    /**
     * Why and when.
     *
     * @param cause why
     * @param at when, or when it will be
     * @param reason what whoever raised it said; null of the other causes
     */
    public record Told(Cause cause, Instant at, @Nullable String reason) {}

    /**
     * Lets somebody say that they know of it.
     *
     * @param staff who
     * @param answering who answers for the rung
     * @param at when
     * @return the moment; or refused with every reason of {@code NOT_DUE}, {@code NOT_TOLD} and
     *     {@code BEFORE_TOLD}
     */
    public Decision<Instant> acknowledge(StaffId staff, Collection<StaffId> answering, Instant at) {
        List<Refusal> reasons = new ArrayList<>();
        if (!due) {
            reasons.add(EscalationRefusal.NOT_DUE.because("level", String.valueOf(level)));
        }
        if (!answering.contains(staff)) {
            String names = answering.stream().map(StaffId::value).collect(Collectors.joining(", "));
            reasons.add(
                    EscalationRefusal.NOT_TOLD.because(
                            "staff", staff.value(), "told", names.isEmpty() ? "-" : names));
        }
        if (told != null && at.isBefore(told.at())) {
            reasons.add(
                    EscalationRefusal.BEFORE_TOLD.because(
                            "at", at.toString(), "told", told.at().toString()));
        }
        return reasons.isEmpty() ? Decision.accept(at) : Decision.refuse(reasons);
    }
}
