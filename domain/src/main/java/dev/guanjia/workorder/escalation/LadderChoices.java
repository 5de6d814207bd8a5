package dev.guanjia.workorder.escalation;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which ladder a complaint climbs: the rows of {@code escalation-choices.csv}. Source: 03
 * P-COMPLAINT rule 2; 06 A-46.
 *
 * @param rows in order, at least one; the last fits what no other does
 */
public record LadderChoices(List<Choice> rows) {

    /** The header of a table of choices. */
    public static final List<String> COLUMNS =
            List.of("ladder", "channel", "customer_class", "source");

    /** Copies; there is always a ladder. */
    public LadderChoices {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no ladder to choose");
        }
    }

    /**
     * A ladder for some complaints.
     *
     * @param name what the ladder is called
     * @param ladder the ladder
     * @param channel for those that came by this way; null for any
     * @param customer for those of such requesters; null for any
     */
    public record Choice(
            String name,
            EscalationLadder ladder,
            @Nullable String channel,
            @Nullable CustomerClass customer) {

        private boolean fits(Reception reception) {
            Optional<CustomerClass> who =
                    Optional.ofNullable(reception.requester()).map(asking -> asking.as());
            return (channel == null || channel.equals(reception.channel()))
                    && (customer == null || Optional.of(customer).equals(who));
        }
    }

    /**
     * The choices that ship with the library.
     *
     * @return in file order
     */
    public static LadderChoices shipped() {
        return read(
                Table.of(LadderChoices.class, "escalation-choices.csv", COLUMNS),
                EscalationLadder.shipped());
    }

    /**
     * Reads choices.
     *
     * @param table {@link #COLUMNS}
     * @param ladders by name
     * @return in file order
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static LadderChoices read(Table table, Map<String, EscalationLadder> ladders) {
        return new LadderChoices(table.map(row -> read(row, ladders)));
    }

    private static Choice read(Row row, Map<String, EscalationLadder> ladders) {
        row.required("source");
        return new Choice(
                row.required("ladder"),
                row.as("ladder", name -> known(ladders.get(name), name)),
                row.text("channel").isEmpty() ? null : row.text("channel"),
                row.text("customer_class").isEmpty()
                        ? null
                        : row.as("customer_class", CustomerClass::valueOf));
    }

    private static EscalationLadder known(@Nullable EscalationLadder found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("unknown ladder: " + name);
        }
        return found;
    }

    /**
     * The ladder of a complaint.
     *
     * @param reception how it came in
     * @param has whether the company has posts that a key means
     * @return the first row that fits and whose posts the company has; else the last
     */
    public Choice of(Reception reception, Predicate<PostKey> has) {
        return rows.stream()
                .filter(row -> row.fits(reception))
                .filter(
                        row ->
                                row.ladder().rungs().stream()
                                        .allMatch(rung -> has.test(rung.post())))
                .findFirst()
                .orElseGet(() -> rows.get(rows.size() - 1));
    }
}
