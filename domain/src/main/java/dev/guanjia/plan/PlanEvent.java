package dev.guanjia.plan;

import dev.guanjia.organisation.Actor;
import java.time.Instant;

/**
 * Something that happened to a plan.
 *
 * @param action what was done
 * @param act by whom, when, and with what note
 */
public record PlanEvent(PlanAction action, Act act) {

    /**
     * By whom and when something is done.
     *
     * @param actor the person, in a post
     * @param at when, by the business' own word
     * @param note what is said about it, possibly empty
     */
    public record Act(Actor actor, Instant at, String note) {}
}
