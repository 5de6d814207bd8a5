package dev.guanjia.workorder.paid;

/**
 * Who bears the cost, and how long the company answers for the work.
 *
 * @param cover who bears the cost
 * @param guaranteeDays how many days of 24 hours after acceptance a failure is refunded; zero or
 *     more, a parameter of the company
 */
public record PaidTerms(Cover cover, int guaranteeDays) {

    /** A guarantee does not end before it begins. */
    public PaidTerms {
        if (guaranteeDays < 0) {
            throw new IllegalArgumentException("guarantee of " + guaranteeDays + " days");
        }
    }

    /** Who bears the cost of a job. */
    public enum Cover {
        /** 有偿: the owner. */
        PAID,
        /** 保修: whoever gave the warranty. */
        WARRANTY,
        /** 无偿: the company. */
        FREE
    }
}
