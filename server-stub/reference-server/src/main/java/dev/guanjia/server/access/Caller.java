package dev.guanjia.server.access;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who gives a command.
 *
 * @param tenant the company whose data are seen; never named in a path or body
 * @param staffId the person, or {@link #ADMINISTRATOR_ID}
 * @param administrator whether the tenant's administrator
 * @param posts the posts held today
 * @param actingPost the post in which the caller acts: the one named, or the only one held
 */
public record Caller(
        String tenant,
        String staffId,
        boolean administrator,
        SortedSet<String> posts,
        Optional<String> actingPost) {

    /** The one tenant there is so far. */
    public static final String DEFAULT_TENANT = "default";

    /** Stands for a person where the administrator's token was used: nobody's staff id. */
    public static final String ADMINISTRATOR_ID = "sf_administrator";

    /** Copies the posts. */
    public Caller {
        posts = Collections.unmodifiableSortedSet(new TreeSet<>(posts));
    }

    /**
     * The holder of the administrator's token.
     *
     * @return a caller without posts
     */
    public static Caller ofAdministrator() {
        return new Caller(
                DEFAULT_TENANT, ADMINISTRATOR_ID, true, new TreeSet<>(), Optional.empty());
    }

    /**
     * The posts whose rights count: the acting post alone, or all that are held if none is named.
     *
     * @return in alphabetical order
     */
    public SortedSet<String> effectivePosts() {
        return actingPost
                .<SortedSet<String>>map(post -> new TreeSet<>(java.util.Set.of(post)))
                .orElse(posts);
    }
}
