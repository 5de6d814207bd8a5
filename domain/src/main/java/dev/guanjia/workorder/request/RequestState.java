package dev.guanjia.workorder.request;

/** Where a request stands. It follows the work orders that it became. Source: 03 P-INTAKE. */
public enum RequestState {
    /** It is written down, and nobody has dealt with it. */
    RECORDED,
    /** Some work order of it is still to be done, for the first time or again. */
    IN_HAND,
    /** It has its answer or its result; the requester may still be asked about it. */
    ANSWERED,
    /** All work orders of it have ended. */
    CLOSED
}
