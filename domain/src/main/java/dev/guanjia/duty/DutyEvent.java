package dev.guanjia.duty;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.util.List;

/** Something that happened to an occurrence of a duty. */
public sealed interface DutyEvent {

    /**
     * Who did it.
     *
     * @return the person, in a post
     */
    Actor actor();

    /**
     * When it happened, by the business' own word.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Which action it was.
     *
     * @return the action
     */
    DutyAction action();

    /**
     * The duty was done.
     *
     * @param actor who did it
     * @param at when
     * @param evidence what proves it
     */
    record Performed(Actor actor, Instant at, List<Evidence> evidence) implements DutyEvent {
        /** Copies the evidence. */
        public Performed {
            evidence = List.copyOf(evidence);
        }

        @Override
        public DutyAction action() {
            return DutyAction.PERFORM;
        }
    }

    /**
     * The approver found it well done.
     *
     * @param actor the approver
     * @param at when
     * @param note what the approver says, possibly empty
     */
    record Confirmed(Actor actor, Instant at, String note) implements DutyEvent {
        @Override
        public DutyAction action() {
            return DutyAction.CONFIRM;
        }
    }

    /**
     * The approver sent it back.
     *
     * @param actor the approver
     * @param at when
     * @param note what is to be done again, possibly empty
     */
    record Returned(Actor actor, Instant at, String note) implements DutyEvent {
        @Override
        public DutyAction action() {
            return DutyAction.RETURN;
        }
    }

    /**
     * It was overdue and was brought before a superior.
     *
     * @param actor who brought it there
     * @param at when
     * @param to the post before which it came
     * @param note what the actor says, possibly empty
     */
    record Escalated(Actor actor, Instant at, PostKey to, String note) implements DutyEvent {
        @Override
        public DutyAction action() {
            return DutyAction.ESCALATE;
        }
    }

    /**
     * Somebody with the authority to do so said that it need not be done.
     *
     * @param actor who said so, with the version of the authority rows
     * @param at when
     * @param reason why, not blank
     */
    record Waived(Actor actor, Instant at, String reason) implements DutyEvent {
        /** A waiver gives its reason. */
        public Waived {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a waiver gives its reason");
            }
        }

        @Override
        public DutyAction action() {
            return DutyAction.WAIVE;
        }
    }
}
