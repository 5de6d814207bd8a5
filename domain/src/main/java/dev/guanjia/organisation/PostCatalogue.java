package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The posts of a company and who reports to whom.
 *
 * <p>Shape: the rows of {@code single-community.csv}; a superior who is no post of the company
 * stands in {@code outer-superiors.csv}. Following superiors always leads out of the company, never
 * in a circle.
 */
public final class PostCatalogue {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "department", "reports_to", "family", "from", "source");
    private static final List<String> OUTER_COLUMNS = List.of("id", "zh", "en", "from", "source");

    private final Map<PostKey, Post> posts;
    private final Map<PostKey, Label> outer;

    private PostCatalogue(Map<PostKey, Post> posts, Map<PostKey, Label> outer) {
        this.posts = Collections.unmodifiableMap(posts);
        this.outer = Collections.unmodifiableMap(outer);
    }

    /**
     * Loads the posts that ship with the library.
     *
     * @return the eight posts of a single community
     */
    public static PostCatalogue load() {
        return of(
                Table.of(PostCatalogue.class, "single-community.csv", COLUMNS),
                Table.of(PostCatalogue.class, "outer-superiors.csv", OUTER_COLUMNS));
    }

    /**
     * Builds a catalogue from rows of the same form.
     *
     * @param table columns {@code id,zh,en,department,reports_to,family,from,source}
     * @param outerTable columns {@code id,zh,en,from,source}
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty, names an unknown
     *     superior, or superiors go in a circle
     */
    public static PostCatalogue of(Table table, Table outerTable) {
        Map<PostKey, Label> outer = new LinkedHashMap<>();
        outerTable
                .unique("id")
                .map(OuterSuperior::read)
                .forEach(superior -> outer.put(superior.key(), superior.label()));
        Map<PostKey, Post> posts = new LinkedHashMap<>();
        table.unique("id").map(Post::read).forEach(post -> posts.put(post.key(), post));
        PostCatalogue catalogue = new PostCatalogue(posts, outer);
        table.map(row -> row.as("reports_to", text -> catalogue.requireWayOut(new PostKey(text))));
        return catalogue;
    }

    /**
     * Every post.
     *
     * @return in file order
     */
    public List<Post> all() {
        return List.copyOf(posts.values());
    }

    /**
     * Looks up a post.
     *
     * @param key a key
     * @return the post, or empty when the company has none of that key
     */
    public Optional<Post> find(PostKey key) {
        return Optional.ofNullable(posts.get(key));
    }

    /**
     * What a superior outside the company is called.
     *
     * @param key a key
     * @return the name, or empty when no post reports to such a superior
     */
    public Optional<Label> outerSuperior(PostKey key) {
        return Optional.ofNullable(outer.get(key));
    }

    /**
     * The posts above a post inside the company.
     *
     * @param key a post of the catalogue
     * @return nearest first; empty when its superior is outside
     * @throws IllegalArgumentException if there is no such post
     */
    public List<PostKey> superiors(PostKey key) {
        List<PostKey> above = new ArrayList<>();
        for (Post post = require(key); posts.containsKey(post.reportsTo()); ) {
            post = require(post.reportsTo());
            above.add(post.key());
        }
        return above;
    }

    /**
     * Reads the key of a post that must exist, as rows of other catalogues name posts.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if there is no such post
     */
    public PostKey parse(String text) {
        return require(new PostKey(text)).key();
    }

    private Post require(PostKey key) {
        Post post = posts.get(key);
        if (post == null) {
            throw new IllegalArgumentException("unknown post: " + key);
        }
        return post;
    }

    private PostKey requireWayOut(PostKey superior) {
        PostKey above = superior;
        for (int steps = 0; steps < posts.size(); steps++) {
            if (outer.containsKey(above)) {
                return superior;
            }
            above = require(above).reportsTo();
        }
        if (!outer.containsKey(above)) {
            throw new IllegalArgumentException("superiors go in a circle at " + superior);
        }
        return superior;
    }

    private record OuterSuperior(PostKey key, Label label) {
        static OuterSuperior read(Row row) {
            row.from();
            row.required("source");
            return new OuterSuperior(row.as("id", PostKey::new), row.label());
        }
    }
}
