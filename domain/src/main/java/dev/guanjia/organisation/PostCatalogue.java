package dev.guanjia.organisation;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The posts of a company on one day and who reports to whom. Following superiors always leads out
 * of the company, never in a circle. How it changes from day to day is kept by the package {@code
 * company}.
 */
public final class PostCatalogue {

    /** The header of {@code template-posts.csv}. */
    public static final List<String> COLUMNS =
            List.of(
                    "template",
                    "id",
                    "zh",
                    "en",
                    "bears",
                    "department",
                    "function",
                    "reports_to",
                    "headcount",
                    "from",
                    "source");

    private final Map<PostKey, Post> posts;
    private final Map<PostKey, PostKey> bears;
    private final Map<PostKey, Label> outer;
    private final Map<PostKey, List<PostKey>> bearing = new HashMap<>();

    private PostCatalogue(
            Map<PostKey, Post> posts, Map<PostKey, PostKey> bears, Map<PostKey, Label> outer) {
        this.posts = Collections.unmodifiableMap(posts);
        this.bears = Collections.unmodifiableMap(new TreeMap<>(bears));
        this.outer = Collections.unmodifiableMap(outer);
        for (PostKey post : posts.keySet()) {
            bearing.computeIfAbsent(bears(post), key -> new ArrayList<>()).add(post);
        }
    }

    /**
     * Loads the posts of the template {@code SINGLE_COMMUNITY}.
     *
     * @return the eight posts of a single community
     */
    public static PostCatalogue load() {
        PostCatalogue posts = templates().get("SINGLE_COMMUNITY");
        if (posts == null) {
            throw new IllegalStateException("the template SINGLE_COMMUNITY is missing");
        }
        return posts;
    }

    /**
     * Loads the posts of every template that ships with the library.
     *
     * @return template to posts, in file order
     */
    public static Map<String, PostCatalogue> templates() {
        return templates(
                Table.of(PostCatalogue.class, "template-posts.csv", COLUMNS), PostLibrary.load());
    }

    /**
     * Builds the posts of every template from rows of the same form.
     *
     * @param table the columns {@link #COLUMNS}
     * @param library what the posts bear, and superiors who are outside
     * @return template to posts, in file order
     * @throws CatalogueException if a row is faulty, a post stands twice in a template, a superior
     *     is unknown, or superiors go in a circle
     */
    public static Map<String, PostCatalogue> templates(Table table, PostLibrary library) {
        Map<String, Map<PostKey, Post>> posts = new LinkedHashMap<>();
        Map<String, Map<PostKey, PostKey>> bears = new HashMap<>();
        table.map(row -> add(posts, row, Post.read(row, library)));
        table.map(row -> add(bears, row, row.as("bears", library::parse)));
        Map<String, PostCatalogue> catalogues = new LinkedHashMap<>();
        posts.forEach(
                (template, rows) ->
                        catalogues.put(
                                template,
                                new PostCatalogue(
                                        rows,
                                        bears.getOrDefault(template, Map.of()),
                                        outer(rows, library))));
        table.map(row -> requireWayOut(row, catalogues));
        return Collections.unmodifiableMap(catalogues);
    }

    /**
     * Builds the posts of one company.
     *
     * @param posts each key once
     * @param bears post of the company to the post of the library whose duties it bears; one that
     *     is not named bears its own
     * @param outer superiors outside the company
     * @return the catalogue
     * @throws IllegalArgumentException if a post stands twice, a superior is neither a post nor
     *     outside, or superiors go in a circle
     */
    public static PostCatalogue of(
            Collection<Post> posts, Map<PostKey, PostKey> bears, Map<PostKey, Label> outer) {
        Map<PostKey, Post> byKey = new LinkedHashMap<>();
        for (Post post : posts) {
            if (byKey.put(post.key(), post) != null) {
                throw new IllegalArgumentException("post stands twice: " + post.key());
            }
        }
        PostCatalogue catalogue = new PostCatalogue(byKey, bears, new LinkedHashMap<>(outer));
        posts.forEach(post -> catalogue.requireWayOut(post.reportsTo()));
        return catalogue;
    }

    /**
     * Every post.
     *
     * @return in the order in which they were added
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
     * The superiors outside the company.
     *
     * @return key to name
     */
    public Map<PostKey, Label> outerSuperiors() {
        return outer;
    }

    /**
     * The post of the library whose duties and rules a post of the company bears.
     *
     * @param post a post of the company
     * @return the key in the library, often the same
     */
    public PostKey bears(PostKey post) {
        return bears.getOrDefault(post, post);
    }

    /**
     * The posts of the company that bear the duties of a post of the library.
     *
     * @param key a key of the library
     * @return in the order in which they were added; empty when the company has none
     */
    public List<PostKey> bearing(PostKey key) {
        return Collections.unmodifiableList(bearing.getOrDefault(key, List.of()));
    }

    /**
     * The posts that do a post's work while nobody holds it: its deputy, or a post beside or below
     * it that does so concurrently (兼任). Source: requirements 01, OCC-DEPUTY-DIRECTOR and
     * OCC-OPTIONAL-FINANCE-HEAD.
     *
     * @param key a post of the company
     * @return those that the company has, first choice first
     * @throws IllegalArgumentException if there is no such post
     */
    public List<PostKey> substitutes(PostKey key) {
        return Substitutes.SHIPPED.of(parse(key.value()), this).stream()
                .map(Substitutes.Substitute::by)
                .toList();
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
        Set<PostKey> passed = new HashSet<>();
        PostKey above = superior;
        while (posts.containsKey(above)) {
            if (!passed.add(above)) {
                throw new IllegalArgumentException("superiors go in a circle at " + superior);
            }
            above = require(above).reportsTo();
        }
        if (!outer.containsKey(above)) {
            throw new IllegalArgumentException("unknown post: " + above);
        }
        return superior;
    }

    private static <T> T add(Map<String, Map<PostKey, T>> byTemplate, Row row, T value) {
        Map<PostKey, T> same =
                byTemplate.computeIfAbsent(row.required("template"), id -> new LinkedHashMap<>());
        if (same.putIfAbsent(row.as("id", PostKey::new), value) != null) {
            throw new CatalogueException(
                    List.of(row.fault("id", "stands twice: " + row.text("id"))));
        }
        return value;
    }

    private static PostKey requireWayOut(Row row, Map<String, PostCatalogue> catalogues) {
        PostCatalogue catalogue = catalogues.get(row.text("template"));
        if (catalogue == null) {
            throw new IllegalStateException("no posts of template " + row.text("template"));
        }
        return row.as("reports_to", text -> catalogue.requireWayOut(new PostKey(text)));
    }

    private static Map<PostKey, Label> outer(Map<PostKey, Post> posts, PostLibrary library) {
        Map<PostKey, Label> outer = new LinkedHashMap<>();
        for (Post post : posts.values()) {
            library.find(post.reportsTo())
                    .filter(superior -> !posts.containsKey(superior.key()))
                    .ifPresent(superior -> outer.put(superior.key(), superior.label()));
        }
        return outer;
    }
}
