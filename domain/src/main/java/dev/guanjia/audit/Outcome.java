package dev.guanjia.audit;

/** What became of a command. */
public enum Outcome {
    /** It was carried out. */
    ACCEPTED,
    /** It was refused, and nothing changed. */
    REFUSED
}
