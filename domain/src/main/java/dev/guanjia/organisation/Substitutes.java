package dev.guanjia.organisation;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which post does the work of a vacant one: {@code substitutes.csv}. */
final class Substitutes {

    static final Substitutes SHIPPED =
            of(
                    Table.of(
                            Substitutes.class,
                            "substitutes.csv",
                            List.of("post", "by", "way", "from", "source")),
                    PostLibrary.load());

    private final Map<PostKey, List<Substitute>> byPost;

    private Substitutes(Map<PostKey, List<Substitute>> byPost) {
        this.byPost = Collections.unmodifiableMap(byPost);
    }

    static Substitutes of(Table table, PostLibrary library) {
        Map<PostKey, List<Substitute>> byPost = new LinkedHashMap<>();
        table.map(row -> Substitute.read(row, library))
                .forEach(
                        row ->
                                byPost.computeIfAbsent(row.post(), post -> new ArrayList<>())
                                        .add(row));
        return new Substitutes(byPost);
    }

    /** The posts of a company that may stand for one of its posts, in file order. */
    List<Substitute> of(PostKey post, PostCatalogue company) {
        List<Substitute> found = new ArrayList<>();
        for (Substitute row : byPost.getOrDefault(company.bears(post), List.of())) {
            company.bearing(row.by()).stream()
                    .filter(by -> !by.equals(post) && isNear(by, post, company))
                    .forEach(by -> found.add(new Substitute(post, by, row.way())));
        }
        return found;
    }

    /** In a company of many communities, only those below the vacant post or beside it count. */
    private static boolean isNear(PostKey by, PostKey post, PostCatalogue company) {
        return company.superiors(by).contains(post)
                || above(by, company).equals(above(post, company));
    }

    private static Optional<PostKey> above(PostKey post, PostCatalogue company) {
        return company.find(post).map(Post::reportsTo);
    }

    record Substitute(PostKey post, PostKey by, Responsible.Way way) {

        Substitute {
            if (way != Responsible.Way.DEPUTY && way != Responsible.Way.CONCURRENT) {
                throw new IllegalArgumentException("way must be DEPUTY or CONCURRENT: " + way);
            }
        }

        static Substitute read(Row row, PostLibrary library) {
            row.from();
            row.required("source");
            return new Substitute(
                    row.as("post", library::parse),
                    row.as("by", library::parse),
                    row.as("way", Responsible.Way::valueOf));
        }
    }
}
