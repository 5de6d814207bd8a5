package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.RoleKey;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of an approval: a row of {@code approval-chains.csv}.
 *
 * @param id its id, e.g. {@code EXPENDITURE-2}
 * @param label what it says
 * @param kind what is decided
 * @param order its place, one or more; steps of one order are joint, in any order among themselves
 * @param act what the step does
 * @param role who takes it
 * @param threshold from which amount it is needed
 * @param attachmentRequired whether supporting papers must be attached
 * @param performs everything that taking the step does, as the rules on acts name it; the act of
 *     its kind, e.g. {@code APPROVED}, among it
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record ApprovalStep(
        String id,
        Label label,
        AuthorityKind kind,
        int order,
        StepAct act,
        RoleKey role,
        Threshold threshold,
        boolean attachmentRequired,
        List<SegregationKey> performs,
        LocalDate from,
        String source) {

    /** Steps are counted from one. */
    public ApprovalStep {
        performs = Stream.concat(Stream.of(act.performed()), performs.stream()).distinct().toList();
        if (order < 1) {
            throw new IllegalArgumentException("order must be one or more: " + order);
        }
    }

    static ApprovalStep read(Row row, AuthorityKinds kinds, ApprovalRoles roles) {
        return new ApprovalStep(
                row.required("id"),
                row.label(),
                row.as("kind", kinds::parse),
                row.as("order", Integer::parseInt),
                row.as("act", StepAct::valueOf),
                row.as("role", roles::parse),
                threshold(row),
                row.yes("attachment"),
                row.list("performs").stream().map(SegregationKey::new).toList(),
                row.from(),
                row.required("source"));
    }

    private static Threshold threshold(Row row) {
        try {
            return Threshold.parse(row.text("above"));
        } catch (IllegalArgumentException e) {
            throw new CatalogueException(
                    List.of(row.fault("above", String.valueOf(e.getMessage()))));
        }
    }
}
