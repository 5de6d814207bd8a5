package dev.guanjia.organisation.company;

import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import java.util.Optional;

/**
 * A post at its place in a company.
 *
 * @param post the post and its line
 * @param bears the post of the library whose duties it bears; its own key where it bears none
 * @param department the unit it stands in, empty directly below the company
 * @param headcount how many persons it takes; empty where the company has not planned it
 */
public record CompanyPost(
        Post post,
        PostKey bears,
        Optional<DepartmentKey> department,
        Optional<Headcount> headcount) {

    /**
     * Its key.
     *
     * @return the key in the company
     */
    public PostKey key() {
        return post.key();
    }

    CompanyPost moved(PostKey superior, Optional<DepartmentKey> to) {
        return new CompanyPost(post.under(superior), bears, to, headcount);
    }

    CompanyPost planned(Headcount plan) {
        return new CompanyPost(post, bears, department, Optional.of(plan));
    }
}
