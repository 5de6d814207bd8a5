package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.decision.Identifier;
import dev.guanjia.organisation.PostKey;
import java.util.function.Function;

/**
 * A step of an emergency plan: a row of {@code plan-steps.csv}.
 *
 * @param id its key in the plan
 * @param label what is to be done
 * @param limit by whom and within what time
 * @param protectsScene whether nothing is contained before it is done
 * @param source where it comes from
 */
public record PlanStep(
        String id, Label label, EmergencyKind.Limit limit, boolean protectsScene, String source) {

    /** Rejects a key of another shape. */
    public PlanStep {
        Identifier.require("plan step", id);
    }

    static PlanStep read(Row row, Function<String, PostKey> posts) {
        return new PlanStep(
                row.required("step"),
                row.label(),
                EmergencyKind.Limit.read(row, "post", posts),
                row.yes("scene"),
                row.required("source"));
    }
}
