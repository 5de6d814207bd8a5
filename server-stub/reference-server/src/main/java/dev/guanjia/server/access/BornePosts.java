package dev.guanjia.server.access;

import java.util.Optional;

/** Which posts of the library the posts of companies bear. */
@FunctionalInterface
public interface BornePosts {

    /**
     * The post whose rights a post has beside its own.
     *
     * @param tenant the company
     * @param post a post of the company, today
     * @return the post of the library; empty if it bears none but itself
     */
    Optional<String> of(String tenant, String post);
}
