package dev.guanjia.workorder.callback;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are called back, and by whom: a row of {@code call-back-policies.csv}.
 *
 * @param id its id, e.g. {@code CALLBACK-01}
 * @param label what it says
 * @param subject which orders
 * @param rule which of them
 * @param callers who may call
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record CallBackPolicy(
        String id,
        Label label,
        Subject subject,
        CallBackRule rule,
        Callers callers,
        LocalDate from,
        String source) {

    static CallBackPolicy read(Row row) {
        List<PostKey> posts =
                row.as("callers", text -> row.list("callers").stream().map(PostKey::new).toList());
        return new CallBackPolicy(
                row.required("id"),
                row.label(),
                Subject.read(row),
                CallBackRule.read(row),
                new Callers(posts, row.yes("same_department")),
                row.from(),
                row.required("source"));
    }

    /**
     * Orders of a kind, of one sort of customer or of all.
     *
     * @param kind what the order is about
     * @param customer the sort of customer; null for all
     */
    public record Subject(WorkOrderKind kind, @Nullable CustomerClass customer) {

        static Subject read(Row row) {
            return new Subject(
                    row.as("kind", WorkOrderKind::valueOf),
                    row.text("customer").isBlank()
                            ? null
                            : row.as("customer", CustomerClass::valueOf));
        }
    }
}
