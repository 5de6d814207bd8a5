package dev.guanjia.organisation;

/**
 * Who acts: a person, in one of the posts they hold.
 *
 * @param staff the person
 * @param post the post they act in
 * @param authorityVersion which version of the company's authority rows let them in, not blank
 */
public record Actor(StaffId staff, PostKey post, String authorityVersion) {

    /** An act that cannot be traced to the rules of its day is a fault of the caller. */
    public Actor {
        if (authorityVersion.isBlank()) {
            throw new IllegalArgumentException("authority version is blank");
        }
    }
}
