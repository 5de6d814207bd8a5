package dev.guanjia.workorder.callback;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
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
        String customer = row.text("customer");
        List<PostKey> posts =
                row.as("callers", text -> row.list("callers").stream().map(PostKey::new).toList());
        return new CallBackPolicy(
                row.required("id"),
                row.label(),
                new Subject(row.required("kind"), customer.isBlank() ? null : customer),
                CallBackRule.read(row),
                new Callers(posts, row.yes("same-department")),
                row.from(),
                row.required("source"));
    }

    /**
     * Orders of a kind, of one sort of customer or of all.
     *
     * @param kind the name of the kind, as in {@code WorkOrderKind}
     * @param customer the sort of customer, e.g. {@code GUEST}; null for all
     */
    public record Subject(String kind, @Nullable String customer) {

        private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

        /** Rejects names of another shape. */
        public Subject {
            if (!SHAPE.matcher(kind).matches()
                    || (customer != null && !SHAPE.matcher(customer).matches())) {
                throw new IllegalArgumentException(
                        "subject must look like COMPLAINT and GUEST: " + kind + " " + customer);
            }
        }
    }
}
