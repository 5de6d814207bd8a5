package dev.guanjia.audit;

import dev.guanjia.organisation.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * That a command was given, by whom, about what, and what became of it.
 *
 * @param actor who gave it; empty for the tenant's administrator, who acts in no post
 * @param action the command, kebab case, e.g. {@code sign-waiver}; not blank
 * @param subject the id of what it was about; not blank
 * @param outcome what became of it
 * @param businessTime when the thing happened in the business, if the command says so; when it was
 *     recorded is known to the shell
 * @param facts named values, in name order: what was changed, or the reasons of a refusal
 */
public record Recorded(
        Optional<Actor> actor,
        String action,
        String subject,
        Outcome outcome,
        Optional<Instant> businessTime,
        Map<String, String> facts) {

    /** An entry names an action and a subject. */
    public Recorded {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        if (action.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException(
                    "entry needs an action and a subject: '" + action + "' '" + subject + "'");
        }
    }
}
