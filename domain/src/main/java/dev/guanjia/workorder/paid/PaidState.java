package dev.guanjia.workorder.paid;

import dev.guanjia.decision.TransitionTable;

/** Where paid work stands. Source: 03 P-PAID-REPAIR. */
public enum PaidState {
    /** The owner was told what it costs. */
    QUOTED,
    /** The owner agreed. */
    CONSENTED,
    /** The owner refused. */
    DECLINED,
    /** The quote ended without an answer. */
    EXPIRED,
    /** The worker says that it is done. */
    DONE,
    /** The owner says that it is not. */
    REJECTED,
    /** The owner says that it is. */
    ACCEPTED;

    static final TransitionTable<PaidState, PaidAction> TABLE =
            TransitionTable.starting(PaidState.class, PaidAction.class, QUOTED)
                    .move(QUOTED, PaidAction.QUOTE, QUOTED)
                    .move(QUOTED, PaidAction.CONSENT, CONSENTED)
                    .move(QUOTED, PaidAction.DECLINE, DECLINED)
                    .move(QUOTED, PaidAction.EXPIRE, EXPIRED)
                    .move(CONSENTED, PaidAction.QUOTE, QUOTED) // the job turns out larger
                    .move(CONSENTED, PaidAction.FINISH, DONE)
                    .move(DECLINED, PaidAction.QUOTE, QUOTED)
                    .move(EXPIRED, PaidAction.QUOTE, QUOTED)
                    .move(DONE, PaidAction.ACCEPT, ACCEPTED)
                    .move(DONE, PaidAction.REJECT, REJECTED)
                    .move(REJECTED, PaidAction.FINISH, DONE) // done again, for the same price
                    .build();
}
