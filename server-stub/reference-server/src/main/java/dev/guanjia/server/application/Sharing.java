package dev.guanjia.server.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a payment is to be shared out, as it was given.
 *
 * @param unitIds other units whose charges are settled, too
 * @param payer whose charges; null for all of the unit, and its owner
 * @param order which come first; null for the oldest
 * @param prepaidItem the only fee item that what is left may settle; null for any
 */
public record Sharing(
        List<String> unitIds,
        @Nullable Who payer,
        @Nullable Order order,
        @Nullable String prepaidItem) {

    /** The oldest charges of the unit first. */
    static final Sharing PLAIN = new Sharing(List.of(), null, null, null);

    /** The units are copied. */
    public Sharing {
        unitIds = List.copyOf(unitIds);
    }

    /**
     * Who pays.
     *
     * @param kind owner or occupant
     * @param id which one
     */
    public record Who(String kind, String id) {}

    /**
     * Which charges come first.
     *
     * @param order by what
     * @param items the fee items in their order; null where none are given
     * @param choices what the owner chose; null where nothing was
     */
    public record Order(
            String order, @Nullable List<String> items, @Nullable List<Choice> choices) {}

    /**
     * How much a charge gets.
     *
     * @param chargeId which charge
     * @param amount how much
     */
    public record Choice(String chargeId, Amount amount) {}
}
