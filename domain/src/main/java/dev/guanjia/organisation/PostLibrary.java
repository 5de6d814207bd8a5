package dev.guanjia.organisation;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every post, body, role and actor that the requirements name: {@code posts.csv}. A company has
 * some of them; which, says its {@link PostCatalogue}. Source: requirements 01, section 2.
 */
public final class PostLibrary {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "kind",
                    "function",
                    "reports_to",
                    "family",
                    "headcount",
                    "from",
                    "source");

    private final Map<PostKey, LibraryPost> posts;

    private PostLibrary(Map<PostKey, LibraryPost> posts) {
        this.posts = Collections.unmodifiableMap(posts);
    }

    /**
     * Loads the library that ships with the product.
     *
     * @return the library
     */
    public static PostLibrary load() {
        return of(Table.of(PostLibrary.class, "posts.csv", COLUMNS));
    }

    /**
     * Builds a library from rows of the same form.
     *
     * @param table columns {@code id,zh,en,kind,function,reports_to,family,headcount,from,source}
     * @return the library
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty or names an unknown
     *     superior
     */
    public static PostLibrary of(Table table) {
        Map<PostKey, LibraryPost> posts = new LinkedHashMap<>();
        table.unique("id").map(LibraryPost::read).forEach(post -> posts.put(post.key(), post));
        PostLibrary library = new PostLibrary(posts);
        table.map(library::requireSuperiors);
        return library;
    }

    /**
     * Everything in the library.
     *
     * @return in file order
     */
    public List<LibraryPost> all() {
        return List.copyOf(posts.values());
    }

    /**
     * Looks up a key.
     *
     * @param key a key
     * @return what it stands for, or empty when the library does not know it
     */
    public Optional<LibraryPost> find(PostKey key) {
        return Optional.ofNullable(posts.get(key));
    }

    /**
     * Reads a key that must be in the library, as rows of other catalogues name posts.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if the library does not know it
     */
    public PostKey parse(String text) {
        PostKey key = new PostKey(text);
        if (!posts.containsKey(key)) {
            throw new IllegalArgumentException("unknown post: " + key);
        }
        return key;
    }

    private List<PostKey> requireSuperiors(Row row) {
        if (row.text("reports_to").isBlank()) {
            return List.of();
        }
        return row.as(
                "reports_to", text -> row.list("reports_to").stream().map(this::parse).toList());
    }
}
