package dev.guanjia.billing.tariff;

/** Whether a service is paid for before or after it is given. */
public enum Timing {
    /** The run of the month in which the period starts bills it (预收). */
    ADVANCE,
    /** The run of the month in which the period ends bills it (后收). */
    ARREARS
}
