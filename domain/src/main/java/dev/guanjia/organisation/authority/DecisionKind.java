package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A kind of decision: a row of {@code authority-kinds.csv}.
 *
 * @param key its key, e.g. {@code EXPENDITURE}
 * @param label its name
 * @param amountRequired whether a request of this kind says how much
 * @param requestedAs the act that a request of this kind is, for rules on acts; empty when no rule
 *     names it
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record DecisionKind(
        AuthorityKind key,
        Label label,
        boolean amountRequired,
        Optional<SegregationKey> requestedAs,
        LocalDate from,
        String source) {

    static DecisionKind read(Row row) {
        return new DecisionKind(
                row.as("id", AuthorityKind::new),
                row.label(),
                row.yes("amount"),
                Optional.of(row.text("requested_as"))
                        .filter(text -> !text.isBlank())
                        .map(SegregationKey::new),
                row.from(),
                row.required("source"));
    }
}
