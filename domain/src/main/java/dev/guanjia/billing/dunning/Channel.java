package dev.guanjia.billing.dunning;

/** How a debtor is reached. Source: requirements 03 P-DUN, P-COLLECT-PLAN measure 2. */
public enum Channel {
    /** A letter or a notice at the door. */
    LETTER,
    /** A WeChat message. */
    WECHAT,
    /** A call. */
    TELEPHONE,
    /** A visit at the door. */
    VISIT,
    /** A letter of a lawyer. */
    LAWYERS_LETTER
}
