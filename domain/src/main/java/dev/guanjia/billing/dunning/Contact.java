package dev.guanjia.billing.dunning;

import dev.guanjia.organisation.Actor;
import java.time.Instant;

/**
 * A contact with a debtor, as logged. Source: requirements 03 P-DUN (each step has a note).
 *
 * @param action which step it was
 * @param actor who made it, in which post
 * @param at when
 * @param channel how
 * @param outcome what came of it
 * @param note what was said, never blank
 */
public record Contact(
        DunningAction action,
        Actor actor,
        Instant at,
        Channel channel,
        Outcome outcome,
        String note) {}
