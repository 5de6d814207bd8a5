package dev.guanjia.workorder;

/**
 * What an order is bound to. Links to what other parts keep go by its number alone.
 *
 * @param order which order
 * @param kind in which way
 * @param target the number of the other thing, not blank
 */
public record Link(WorkOrderId order, Kind kind, String target) {

    /** A link leads somewhere. */
    public Link {
        if (target.isBlank()) {
            throw new IllegalArgumentException("link of " + order + " leads nowhere");
        }
    }

    /** In which way. */
    public enum Kind {
        /** The order came from this request; at most one. */
        REQUEST,
        /** The order was split off this order; at most one. */
        PARENT,
        /** The order became this line of a bill. */
        BILL_LINE,
        /** The materials of this stock issue went into the order. */
        STOCK_ISSUE,
        /** The order handles this incident, or puts right what it broke. */
        INCIDENT
    }
}
