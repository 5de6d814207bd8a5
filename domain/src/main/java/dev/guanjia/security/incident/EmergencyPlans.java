package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plans that ship with the library, as drafts; a company reads its own rows instead. */
public final class EmergencyPlans {

    /** The header of {@code emergency-kinds.csv}. */
    public static final List<String> KIND_COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "goal",
                    "tell",
                    "within",
                    "scene",
                    "authority",
                    "from",
                    "source");

    /** The header of {@code plan-steps.csv}. */
    public static final List<String> STEP_COLUMNS =
            List.of("kind", "step", "zh", "en", "post", "within", "scene", "source");

    private EmergencyPlans() {}

    /**
     * The shipped plans.
     *
     * @return a draft per kind, by key
     */
    public static SortedMap<String, EmergencyPlan> load() {
        return of(
                Table.of(EmergencyPlans.class, "emergency-kinds.csv", KIND_COLUMNS),
                Table.of(EmergencyPlans.class, "plan-steps.csv", STEP_COLUMNS),
                PostLibrary.load()::parse);
    }

    /**
     * A company's own plans.
     *
     * @param kinds the rows of the kinds
     * @param steps the rows of the steps, each of a kind among them
     * @param posts reads a post, or throws for one it does not know
     * @return a draft per kind, by key, with the public emergency numbers as contacts
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     * @throws IllegalArgumentException if a kind has no steps, or a step no kind
     */
    public static SortedMap<String, EmergencyPlan> of(
            Table kinds, Table steps, Function<String, PostKey> posts) {
        List<EmergencyPlan.Contact> contacts = contacts();
        SortedMap<String, List<PlanStep>> byKind =
                steps
                        .map(row -> Map.entry(row.required("kind"), PlanStep.read(row, posts)))
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        SortedMap<String, EmergencyPlan> plans = new TreeMap<>();
        for (EmergencyKind kind : kinds.unique("id").map(row -> EmergencyKind.read(row, posts))) {
            List<PlanStep> own = byKind.getOrDefault(kind.id(), List.of());
            plans.put(kind.id(), EmergencyPlan.draft(kind, own, contacts));
        }
        TreeSet<String> strange = new TreeSet<>(byKind.keySet());
        strange.removeAll(plans.keySet());
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException("steps of no kind: " + strange);
        }
        return Collections.unmodifiableSortedMap(plans);
    }

    private static List<EmergencyPlan.Contact> contacts() {
        return Table.of(
                        EmergencyPlans.class,
                        "contacts.csv",
                        List.of("id", "zh", "en", "phone", "source"))
                .unique("id")
                .map(
                        row ->
                                new EmergencyPlan.Contact(
                                        row.required("id"), row.label(), row.required("phone")));
    }
}
