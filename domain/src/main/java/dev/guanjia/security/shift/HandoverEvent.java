package dev.guanjia.security.shift;

import dev.guanjia.organisation.StaffId;
import java.time.Instant;

/**
 * A step of a handover.
 *
 * @param action what was done
 * @param by who did it
 * @param at when
 * @param item what was checked; empty for other actions
 * @param text the reason of a refusal, or what is unclear about the item; possibly empty otherwise
 */
public record HandoverEvent(Action action, StaffId by, Instant at, String item, String text) {

    /**
     * A step that needs no words.
     *
     * @param action what was done
     * @param by who did it
     * @param at when
     * @return the step
     */
    public static HandoverEvent of(Action action, StaffId by, Instant at) {
        return new HandoverEvent(action, by, at, "", "");
    }

    /** What can be done. */
    public enum Action {
        /** The relief begins to check. */
        CHECK,
        /** The relief finds an item clear. */
        FIND_CLEAR,
        /** The relief finds an item unclear, for the reason given. */
        FIND_UNCLEAR,
        /** The relief accepts everything. */
        ACCEPT,
        /** The relief refuses, for the reason given. */
        REFUSE,
        /** The predecessor signs. */
        SIGN,
        /** The relief signs. */
        COUNTERSIGN,
        /** The relief takes the post. */
        TAKE_POST,
        /** The predecessor leaves. */
        RELEASE;

        /** Whether the relief does it; otherwise the predecessor. */
        boolean isForRelief() {
            return this != SIGN && this != RELEASE;
        }
    }
}
