package dev.guanjia.duty;

import dev.guanjia.organisation.Actor;
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
}
