package dev.guanjia.workorder;

/**
 * A remark on an order; it changes nothing.
 *
 * @param order which order
 * @param act who, as which post and when; its note is the text
 * @param visibleToCustomer whether the customer reads it too
 */
public record Comment(WorkOrderId order, Act act, boolean visibleToCustomer) {

    /** A comment says something. */
    public Comment {
        if (act.note() == null) {
            throw new IllegalArgumentException("comment without text on " + order);
        }
    }
}
