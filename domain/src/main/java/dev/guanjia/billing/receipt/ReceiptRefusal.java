package dev.guanjia.billing.receipt;

import dev.guanjia.decision.RefusalCode;

/** Why a receipt or the takings of a day are refused, most important first. */
public enum ReceiptRefusal implements RefusalCode {
    /** The book is of another year. */
    RECEIPT_OTHER_YEAR("receipt-other-year"),
    /** The numbers of a book follow its days. */
    RECEIPT_TOO_EARLY("receipt-too-early"),
    /** The receipt is not where this action starts. */
    RECEIPT_WRONG_STATE("receipt-wrong-state"),
    /** The payer signs with a name. */
    RECEIPT_WITHOUT_SIGNATURE("receipt-without-signature"),
    /** Nobody voids what they issued. */
    RECEIPT_VOID_BY_ISSUER("receipt-void-by-issuer"),
    /** One receipt of a payment stands at a time. */
    RECEIPT_STANDS("receipt-stands"),
    /** What is printed again says why. */
    RECEIPT_REPRINT_WITHOUT_REASON("receipt-reprint-without-reason"),
    /** A void receipt says why. */
    RECEIPT_VOID_WITHOUT_REASON("receipt-void-without-reason"),
    /** A closed day takes no more payments and is not closed again. */
    TAKINGS_CLOSED("takings-closed"),
    /** The money came or went on another day. */
    TAKINGS_OTHER_DAY("takings-other-day"),
    /** The document stands in the takings already. */
    TAKINGS_TWICE("takings-twice"),
    /** Cash that is missing or too much is explained. */
    TAKINGS_DIFFERENCE_UNEXPLAINED("takings-difference-unexplained"),
    /** Cash is counted, so it is zero or more. */
    TAKINGS_COUNT_NEGATIVE("takings-count-negative"),
    /** Cash is not counted before it is taken. */
    TAKINGS_COUNTED_TOO_EARLY("takings-counted-too-early"),
    /** Takings are handed over once, after they were closed. */
    TAKINGS_NOT_CLOSED("takings-not-closed"),
    /** Nobody receives their own takings. */
    TAKINGS_OWN("takings-own"),
    /** Takings are never spent: what was counted is what is handed over. */
    TAKINGS_SPENT("takings-spent"),
    /** After the last day in time only under an approval. */
    TAKINGS_LATE("takings-late"),
    /** Where no calendar says which days are worked only the day itself is surely in time. */
    TAKINGS_TIME_UNKNOWN("takings-time-unknown"),
    /** Takings are not handed over before they are taken and counted. */
    TAKINGS_TOO_EARLY("takings-too-early");

    private final String key;

    ReceiptRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
