package dev.guanjia.plan;

import dev.guanjia.catalogue.Row;

/**
 * One move of a plan: a row of {@code plan-transitions.csv}.
 *
 * @param kind whose lifecycle
 * @param from where the plan stands
 * @param action what is attempted
 * @param to where it leads
 * @param by who may
 * @param source the requirement
 */
public record PlanTransition(
        PlanKind kind,
        PlanState from,
        PlanAction action,
        PlanState to,
        PlanRole by,
        String source) {

    static PlanTransition read(Row row) {
        return new PlanTransition(
                row.as("kind", PlanKind::valueOf),
                row.as("from", PlanState::valueOf),
                row.as("action", PlanAction::valueOf),
                row.as("to", PlanState::valueOf),
                row.as("by", PlanRole::valueOf),
                row.required("source"));
    }
}
