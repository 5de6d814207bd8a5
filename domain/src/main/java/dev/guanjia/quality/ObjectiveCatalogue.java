package dev.guanjia.quality;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Language;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.formula.FormulaText;
import dev.guanjia.formula.Issue;
import dev.guanjia.formula.Outcome;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The objectives of the company. Source: {@code objectives.csv}.
 *
 * @param objectives every row, in file order; a key stands again when its rule changes
 */
public record ObjectiveCatalogue(List<Objective> objectives) {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "department",
                    "formula",
                    "comparator",
                    "target",
                    "display",
                    "evidence",
                    "from",
                    "source");

    /** Rejects a key that stands twice for one day. */
    public ObjectiveCatalogue {
        objectives = List.copyOf(objectives);
        SortedSet<String> seen = new TreeSet<>();
        for (Objective objective : objectives) {
            if (!seen.add(objective.id() + " from " + objective.from())) {
                throw new IllegalArgumentException(
                        "stands twice: " + objective.id() + " from " + objective.from());
            }
        }
    }

    /**
     * The objectives that ship with the library.
     *
     * @return the catalogue
     */
    public static ObjectiveCatalogue load() {
        Table table = Table.of(ObjectiveCatalogue.class, "objectives.csv", COLUMNS);
        return of(table, MeasureCatalogue.load());
    }

    /**
     * Objectives of a company's own.
     *
     * @param name what to call the file in faults
     * @param text rows with the columns of {@code objectives.csv}
     * @param measures what the formulas may name
     * @return the catalogue
     * @throws CatalogueException naming every faulty row, and every fault of its formula
     */
    public static ObjectiveCatalogue parse(String name, String text, MeasureCatalogue measures) {
        return of(Table.parse(name, text, COLUMNS), measures);
    }

    /**
     * The objectives that hold on a day, each by its latest row.
     *
     * @param day the first day of the period to measure
     * @return by key
     */
    public List<Objective> on(LocalDate day) {
        SortedMap<ObjectiveId, Objective> current = new TreeMap<>();
        for (Objective objective : objectives) {
            if (!objective.from().isAfter(day)) {
                current.merge(objective.id(), objective, ObjectiveCatalogue::later);
            }
        }
        return List.copyOf(current.values());
    }

    private static Objective later(Objective one, Objective other) {
        return other.from().isAfter(one.from()) ? other : one;
    }

    private static ObjectiveCatalogue of(Table table, MeasureCatalogue measures) {
        SortedSet<String> names = measures.names();
        return new ObjectiveCatalogue(table.map(row -> objective(row, names)));
    }

    private static Objective objective(Row row, SortedSet<String> measures) {
        return new Objective(
                row.as("id", ObjectiveId::new),
                row.label(),
                row.required("department"),
                new Method(
                        formula(row, measures),
                        row.as("display", Display::valueOf),
                        row.list("evidence")),
                new Goal(row.as("comparator", Comparator::of), target(row)),
                row.from(),
                row.required("source"));
    }

    /** An empty cell is a target nobody has set, not a target of zero. */
    private static @Nullable Rational target(Row row) {
        return row.text("target").isBlank() ? null : row.as("target", Rational::parse);
    }

    private static CheckedFormula formula(Row row, SortedSet<String> measures) {
        return FormulaText.parse(row.required("formula"))
                .fold(read -> read.check(measures), Outcome.Faulty<CheckedFormula>::new)
                .fold(
                        checked -> checked,
                        issues -> {
                            throw new CatalogueException(faults(row, issues));
                        });
    }

    private static List<CatalogueFault> faults(Row row, List<Issue> issues) {
        return issues.stream()
                .map(issue -> row.fault("formula", issue.render("formula", Language.EN)))
                .toList();
    }
}
