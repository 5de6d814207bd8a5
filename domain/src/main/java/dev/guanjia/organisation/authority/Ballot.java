package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision as it is handed in.
 *
 * @param actor who decides, in which post
 * @param verdict yes or no
 * @param reason why; may be empty for a yes
 * @param day the company's day, which decides who holds what
 * @param at the instant
 */
public record Ballot(Actor actor, Verdict verdict, String reason, LocalDate day, Instant at) {}
