package dev.guanjia.organisation.segregation;

/** What a segregation rule is about. */
public enum SegregationKind {
    /** Two posts that one person never holds on one day. */
    POSTS,
    /** Two things that one person never keeps, or a post and a thing. */
    CUSTODY,
    /** Two acts that one person never does in one case. */
    ACTS,
    /** Conduct: nothing is paired and nothing is checked here; the row keeps the rule in sight. */
    RULE;

    boolean isHeld() {
        return this == POSTS || this == CUSTODY;
    }
}
