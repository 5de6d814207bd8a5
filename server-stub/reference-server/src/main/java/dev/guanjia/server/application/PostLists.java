package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import java.util.Collection;
import java.util.List;

/** Lists of posts that a caller gave. */
final class PostLists {

    private PostLists() {}

    /** Notes every post that the company cannot have. */
    static void check(Given given, List<String> posts, Collection<PostKey> known) {
        for (int i = 0; i < posts.size(); i++) {
            given.post("/posts/" + i, posts.get(i), known);
        }
    }
}
