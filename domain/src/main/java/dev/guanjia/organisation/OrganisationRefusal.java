package dev.guanjia.organisation;

import dev.guanjia.decision.RefusalCode;

/** Why the organisation says no, most important first. */
public enum OrganisationRefusal implements RefusalCode {
    /** The person is not in that post on that day. Facts: {@code staff, post, day}. */
    POST_NOT_HELD("post-not-held"),
    /** The command belongs to other posts. Facts: {@code command, post, permitted}. */
    COMMAND_NOT_PERMITTED("command-not-permitted"),
    /** The person already holds that post then. Facts: {@code staff, post, from}. */
    ASSIGNMENT_OVERLAPS("assignment-overlaps"),
    /** Another already acts in that place. Facts: {@code post, replaced, from}. */
    STAND_IN_OVERLAPS("stand-in-overlaps"),
    /** That post already has a limit from that day. Facts: {@code kind, post, from}. */
    AUTHORITY_LIMIT_EXISTS("authority-limit-exists"),
    /** Requester and signer are one person. Facts: {@code staff, permitted}. */
    SELF_APPROVAL("self-approval"),
    /** The post may not sign such a thing at all. Facts: {@code kind, post, permitted}. */
    NO_AUTHORITY("no-authority"),
    /** The post may not sign that much. Facts: {@code post, limit, amount, permitted}. */
    APPROVAL_OVER_LIMIT("approval-over-limit"),
    /** The supporting papers are not attached. Facts: {@code kind, rule}. */
    ATTACHMENT_MISSING("attachment-missing");

    private final String key;

    OrganisationRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
