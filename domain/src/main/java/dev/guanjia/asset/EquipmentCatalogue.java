package dev.guanjia.asset;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes of equipment and the inspections that the law asks of them: {@code
 * equipment-classes.csv} and {@code inspection-kinds.csv}.
 *
 * @param classes in file order
 * @param inspections in file order; each names classes of the catalogue
 */
public record EquipmentCatalogue(List<EquipmentClass> classes, List<InspectionKind> inspections) {

    private static final List<String> CLASS_COLUMNS =
            List.of("id", "zh", "en", "objectives", "from", "source");
    private static final List<String> INSPECTION_COLUMNS =
            List.of("id", "zh", "en", "classes", "from", "source");

    /** Copies. */
    public EquipmentCatalogue {
        classes = List.copyOf(classes);
        inspections = List.copyOf(inspections);
    }

    /**
     * Loads the catalogue that ships with the library.
     *
     * @return the catalogue
     */
    public static EquipmentCatalogue load() {
        return of(
                Table.of(EquipmentCatalogue.class, "equipment-classes.csv", CLASS_COLUMNS),
                Table.of(EquipmentCatalogue.class, "inspection-kinds.csv", INSPECTION_COLUMNS));
    }

    /**
     * Builds a catalogue from rows of the same form.
     *
     * @param classTable columns {@code id,zh,en,objectives,from,source}
     * @param inspectionTable columns {@code id,zh,en,classes,from,source}
     * @return the catalogue
     * @throws CatalogueException if a row is faulty or names an unknown class
     */
    public static EquipmentCatalogue of(Table classTable, Table inspectionTable) {
        List<EquipmentClass> classes = classTable.unique("id").map(EquipmentClass::read);
        Set<AssetKey> known =
                classes.stream()
                        .map(EquipmentClass::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new EquipmentCatalogue(
                classes, inspectionTable.unique("id").map(row -> InspectionKind.read(row, known)));
    }

    /**
     * Whether there is such a class.
     *
     * @param kind a key
     * @return true if a row has it
     */
    public boolean knows(AssetKey kind) {
        return classes.stream().anyMatch(each -> each.key().equals(kind));
    }

    /**
     * Which inspections a class needs.
     *
     * @param kind the class
     * @param day the day
     * @return the rows in force, in file order
     */
    public List<InspectionKind> inspectionsOf(AssetKey kind, LocalDate day) {
        return inspections.stream()
                .filter(each -> each.classes().contains(kind) && !each.from().isAfter(day))
                .toList();
    }

    /**
     * A class of equipment.
     *
     * @param key its key
     * @param label its name
     * @param objectives the quality objectives that are measured on it, possibly none
     * @param from the first day of the row
     * @param source where the row comes from
     */
    public record EquipmentClass(
            AssetKey key, Label label, List<String> objectives, LocalDate from, String source) {

        /** Copies. */
        public EquipmentClass {
            objectives = List.copyOf(objectives);
        }

        static EquipmentClass read(Row row) {
            return new EquipmentClass(
                    row.as("id", AssetKey::new),
                    row.label(),
                    row.list("objectives"),
                    row.from(),
                    row.required("source"));
        }
    }

    /**
     * An inspection that equipment must pass again and again.
     *
     * @param key its key
     * @param label its name
     * @param classes the classes that need it
     * @param from the first day of the row
     * @param source where the row comes from
     */
    public record InspectionKind(
            AssetKey key, Label label, List<AssetKey> classes, LocalDate from, String source) {

        /** Copies. */
        public InspectionKind {
            classes = List.copyOf(classes);
        }

        static InspectionKind read(Row row, Set<AssetKey> known) {
            List<AssetKey> classes = row.list("classes").stream().map(AssetKey::new).toList();
            for (AssetKey kind : classes) {
                if (!known.contains(kind)) {
                    throw new CatalogueException(
                            List.of(row.fault("classes", "unknown class " + kind)));
                }
            }
            return new InspectionKind(
                    row.as("id", AssetKey::new),
                    row.label(),
                    classes,
                    row.from(),
                    row.required("source"));
        }
    }
}
