package dev.guanjia.security.incident;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is done in an emergency: a version of its plan as it was written, or, numbered 0, what holds
 * while no version was ever approved: who is told, and that the scene is protected. Source:
 * requirements 03 P-FIRE-SYSTEM, P-INCIDENT; 05 S16 B3.
 *
 * @param kind what it is for
 * @param number 1 for the first draft, one more for each revision; 0 without an approved plan
 * @param tell who is told at once; present exactly where the kind tells somebody
 * @param steps what is to be done, in order, each key once; possibly none for number 0 alone
 */
public record PlanVersion(
        EmergencyKind kind, int number, Optional<EmergencyKind.Limit> tell, List<PlanStep> steps) {

    /** Copies; a plan that does nothing is none, and no version tells nobody of a fire. */
    public PlanVersion {
        steps = List.copyOf(steps);
        TreeSet<String> ids = new TreeSet<>(steps.stream().map(PlanStep::id).toList());
        if (ids.size() != steps.size() || number < 0 || (steps.isEmpty() && number > 0)) {
            throw new IllegalArgumentException("plan needs each step once: " + kind.id());
        }
        if (tell.isPresent() != kind.tell().isPresent()) {
            throw new IllegalArgumentException("plan tells as its kind does: " + kind.id());
        }
    }

    /** What holds while no version was approved. */
    PlanVersion unapproved() {
        return new PlanVersion(
                kind, 0, kind.tell(), steps.stream().filter(PlanStep::protectsScene).toList());
    }

    Optional<PlanStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
