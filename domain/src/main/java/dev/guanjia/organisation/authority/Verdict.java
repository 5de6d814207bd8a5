package dev.guanjia.organisation.authority;

/** What a person decides in a step. */
public enum Verdict {
    /** Yes. */
    GRANT,
    /** No; the whole request is denied. */
    DENY
}
