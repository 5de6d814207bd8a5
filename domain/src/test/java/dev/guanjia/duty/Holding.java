package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The eight posts bear their own keys, and what a function makes of other keys. */
record Holding(Function<PostKey, String> meaning) implements CompanyDuties.Holders {

    @Override
    public List<PostKey> holders(PostKey key) {
        if (key.value().equals("CS_STAFF_ANY")) {
            return List.of(Company.ASSISTANT, Company.SUPERVISOR);
        }
        return Company.POSTS.find(new PostKey(meaning.apply(key))).stream()
                .map(post -> post.key())
                .toList();
    }

    @Override
    public Optional<PostKey> approver(PostKey key, PostKey post) {
        return key.value().equals("SUPERIOR") ? superior(post) : holders(key).stream().findFirst();
    }

    @Override
    public Optional<PostKey> superior(PostKey post) {
        return Company.POSTS.superiors(post).stream().findFirst();
    }
}
