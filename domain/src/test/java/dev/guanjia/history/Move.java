package dev.guanjia.history;

/** Something that is tried; the numbers stand for whatever it needs. */
record Move(Act act, int which, int day, int size) {

    /** What people do in a community. */
    enum Act {
        REGISTER,
        SELL,
        LET,
        EMPTY,
        SURVEY,
        READ,
        IMPORT_READINGS_TWICE,
        CORRECT_READING,
        REPLACE_METER,
        NEW_TARIFF,
        SHARE_POOL,
        RUN,
        CONFIRM,
        CANCEL,
        REVERSE_CHARGE,
        CHARGE_AGAIN,
        MISREAD,
        PAY,
        USE_PREPAYMENT,
        REVERSE_PAYMENT,
        REFUND,
        APPROVE_REFUND,
        CANCEL_REFUND,
        WAIVE,
        DEFER,
        LATE_CHARGE,
        WRITE_OFF,
        RECOVER,
        TAKE_DEPOSIT,
        DEDUCT_DEPOSIT,
        REFUND_DEPOSIT
    }
}
