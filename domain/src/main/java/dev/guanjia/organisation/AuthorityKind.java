package dev.guanjia.organisation;

/** What a signature is asked for. */
public enum AuthorityKind {
    /** 减免: letting an owner off a charge or part of it. Source: AUT-20. */
    WAIVER
}
