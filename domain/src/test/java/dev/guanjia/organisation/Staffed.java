package dev.guanjia.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A single community in which every post is held, and ways to take people away. */
final class Staffed {

    static final LocalDate OPENED = LocalDate.of(2026, 1, 1);
    static final PostCatalogue POSTS = PostCatalogue.load();
    static final PostKey MANAGER = new PostKey("PROPERTY_MANAGER");
    static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    static final PostKey ASSISTANT = new PostKey("CS_ASSISTANT");

    private Staffed() {}

    /** Every post is held by one person, named after it. */
    static Responsibility complete() {
        return without();
    }

    static Responsibility without(PostKey... vacant) {
        List<Assignment> rows =
                POSTS.all().stream()
                        .map(post -> post.key())
                        .filter(post -> !Arrays.asList(vacant).contains(post))
                        .map(post -> Assignment.openEnded(staff(post), post, OPENED))
                        .toList();
        return with(rows);
    }

    static Responsibility with(List<Assignment> rows) {
        return new Responsibility(POSTS, MANAGER, new Assignments(rows));
    }

    static StaffId staff(PostKey post) {
        return new StaffId("sf_" + post);
    }
}
