package dev.guanjia.workorder.lifecycle;

/** What an action does or asks for besides moving the order. */
public enum ActionEffect {
    /** It names who is to do the work. */
    ASSIGNS,
    /** Whoever acts is to do the work. */
    TAKES,
    /** Whoever was to do the work no longer is. */
    RELEASES,
    /** Whoever acts has a hand in the work. */
    WORKS,
    /** It says why. */
    NEEDS_REASON,
    /** It asks the customer, which whoever did the work may not. Source: 01 SOD-17. */
    CALLS_BACK,
    /** It judges the work, or speaks for the customer; whoever did the work may not. */
    CHECKS,
    /** It rules whether the matter is valid. Source: 06 A-61. */
    RULES,
    /** It stops the clock. */
    PAUSES,
    /** It lets the clock run again. */
    RESUMES
}
