package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which posts of a company the generic keys of the duties mean: rows of {@code
 * template-actors.csv}. Source: requirements 01, section 2, generic actors.
 */
public final class Actors {

    private static final List<String> COLUMNS =
            List.of("template", "actor", "means", "from", "source");
    private static final String FAMILY = "FAMILY ";

    private final Map<PostKey, List<String>> means;

    private Actors(Map<PostKey, List<String>> means) {
        this.means = Collections.unmodifiableMap(means);
    }

    static Map<String, Actors> load(List<String> templates) {
        return of(Table.of(Actors.class, "template-actors.csv", COLUMNS), templates);
    }

    /** Rows without a template hold for every template that has no row of its own. */
    static Map<String, Actors> of(Table table, List<String> templates) {
        PostLibrary library = PostLibrary.load();
        Map<String, Map<PostKey, List<String>>> rows = new HashMap<>();
        table.map(row -> add(rows, row, library, templates));
        Map<String, Actors> actors = new LinkedHashMap<>();
        for (String template : templates) {
            Map<PostKey, List<String>> own = new LinkedHashMap<>(rows.getOrDefault("", Map.of()));
            own.putAll(rows.getOrDefault(template, Map.of()));
            actors.put(template, new Actors(own));
        }
        return actors;
    }

    List<PostKey> posts(PostKey actor, OrganisationChart chart, PostKey leader) {
        return means.getOrDefault(actor, List.of()).stream()
                .flatMap(word -> posts(word, chart, leader))
                .distinct()
                .toList();
    }

    private static Stream<PostKey> posts(String word, OrganisationChart chart, PostKey leader) {
        return switch (word) {
            case "ALL" -> chart.posts().all().stream().map(Post::key);
            case "HEADS" -> chart.heads().stream();
            case "LEADER" -> Stream.of(leader);
            default ->
                    word.startsWith(FAMILY)
                            ? chart.posts().all().stream()
                                    .filter(post -> word.equals(FAMILY + post.family()))
                                    .map(Post::key)
                            : chart.posts().bearing(new PostKey(word)).stream();
        };
    }

    private static List<String> add(
            Map<String, Map<PostKey, List<String>>> rows,
            Row row,
            PostLibrary library,
            List<String> templates) {
        row.from();
        row.required("source");
        String template = row.text("template");
        if (!template.isEmpty() && !templates.contains(template)) {
            throw new CatalogueException(List.of(row.fault("template", "unknown template")));
        }
        PostKey actor = row.as("actor", library::parse);
        List<String> words = row.list("means");
        row.as("means", text -> words.stream().map(word -> requireWord(word, library)).toList());
        if (rows.computeIfAbsent(template, id -> new HashMap<>()).put(actor, words) != null) {
            throw new CatalogueException(List.of(row.fault("actor", "stands twice")));
        }
        return words;
    }

    private static String requireWord(String word, PostLibrary library) {
        boolean known =
                List.of("ALL", "HEADS", "LEADER").contains(word)
                        || library.all().stream()
                                .anyMatch(p -> word.equals(FAMILY + p.placement().family()));
        return known ? word : library.parse(word).value();
    }
}
