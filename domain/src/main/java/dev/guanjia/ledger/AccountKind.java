package dev.guanjia.ledger;

/** What an account tells about the company. */
public enum AccountKind {
    /** What it has or is owed. */
    ASSET,
    /** What it owes. */
    LIABILITY,
    /** What it earned, and what reduces that. */
    INCOME,
    /** What it spent. */
    EXPENSE
}
