package dev.guanjia.billing.dunning;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;

/**
 * A level of dunning.
 *
 * @param key which one
 * @param label for people
 * @param action the step that takes it
 * @param channel how the debtor is reached
 * @param daysOverdue days since the due day of the oldest charge from which on it is due, one or
 *     more
 * @param mayBeSkipped whether a later level may be taken without it
 */
public record DunningLevel(
        String key,
        Label label,
        DunningAction action,
        Channel channel,
        int daysOverdue,
        boolean mayBeSkipped) {

    /** Nobody is dunned for what is not overdue. */
    public DunningLevel {
        if (daysOverdue < 1) {
            throw new IllegalArgumentException(key + " after " + daysOverdue + " days");
        }
    }

    static DunningLevel from(Row row) {
        return new DunningLevel(
                row.required("key"),
                row.label(),
                row.as("action", DunningAction::valueOf),
                row.as("channel", Channel::valueOf),
                row.as("days_overdue", Integer::parseInt),
                row.yes("skip"));
    }
}
