package dev.guanjia.organisation.authority;

import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The posts of a company, its lines, and the posts that fill the roles of approval chains.
 *
 * @param posts the posts and who reports to whom
 * @param template which post fills which role; the company leader's is one of the posts
 * @param roles how the other roles find their posts
 */
public record Company(PostCatalogue posts, OrganisationTemplate template, ApprovalRoles roles) {

    /** A company whose leader's post does not exist could decide nothing. */
    public Company {
        posts.parse(template.leader().value());
    }

    /**
     * The posts that answer for a role, one after the other: the post that fills it, and then the
     * next higher authority as often as a post is vacant or barred; before it, each post's deputy
     * and whoever does its work beside their own. Source: 06.
     *
     * @param role a role of a chain
     * @param requester the post of whoever asks
     * @return at least one post; the last is the highest of its line or the company leader's
     */
    public List<PostKey> line(RoleKey role, PostKey requester) {
        PostKey first = post(role, requester).orElse(template.leader());
        return Stream.of(Stream.of(first), superiors(first).stream(), Stream.of(template.leader()))
                .flatMap(each -> each)
                .flatMap(post -> Stream.concat(Stream.of(post), substitutes(post)))
                .distinct()
                .toList();
    }

    private Stream<PostKey> substitutes(PostKey post) {
        return exists(post) ? posts.substitutes(post).stream() : Stream.empty();
    }

    /**
     * Whether a post fills a role for some requester.
     *
     * @param post the post
     * @param role a role of a chain
     * @return true if so
     */
    public boolean fills(PostKey post, RoleKey role) {
        return Stream.concat(Stream.of(template.leader()), posts.all().stream().map(Post::key))
                .anyMatch(requester -> line(role, requester).get(0).equals(post));
    }

    /** What stands above a post outside the company, for the reader of a refusal. */
    String above(PostKey post) {
        return posts.find(post).map(Post::reportsTo).map(PostKey::value).orElse("-");
    }

    private Optional<PostKey> post(RoleKey role, PostKey requester) {
        PostKey filled = template.roles().get(role);
        if (filled != null) {
            return Optional.of(filled);
        }
        return roles.find(role).flatMap(row -> post(row, requester));
    }

    private Optional<PostKey> post(ApprovalRole row, PostKey requester) {
        List<PostKey> above = superiors(requester);
        return switch (row.relation()) {
            case COMPANY -> row.posts().stream().filter(this::exists).findFirst();
            case SUPERIOR -> above.stream().findFirst();
            case LINE ->
                    Stream.concat(Stream.of(requester), above.stream())
                            .filter(post -> counts(row, post))
                            .findFirst();
        };
    }

    private boolean counts(ApprovalRole row, PostKey post) {
        return row.posts().contains(post)
                || posts.find(post)
                        .filter(found -> row.families().contains(found.family()))
                        .isPresent();
    }

    private boolean exists(PostKey post) {
        return posts.find(post).isPresent();
    }

    private List<PostKey> superiors(PostKey post) {
        return exists(post) ? posts.superiors(post) : List.of();
    }
}
