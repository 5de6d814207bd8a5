package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;

/**
 * The maintenance standards of a company. The shipped rows are proposals: the sources ask for plans
 * by standard (03 P-PM) and give no intervals.
 *
 * @param rows in file order
 */
public record MaintenanceStandards(List<MaintenanceStandard> rows) {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "class",
                    "cadence",
                    "evidence",
                    "qualification",
                    "from",
                    "source");

    /** Copies. */
    public MaintenanceStandards {
        rows = List.copyOf(rows);
    }

    /**
     * Loads the standards that ship with the library.
     *
     * @return the standards
     */
    public static MaintenanceStandards load() {
        return of(
                Table.of(MaintenanceStandards.class, "maintenance-standards.csv", COLUMNS),
                EquipmentCatalogue.load());
    }

    /**
     * Builds standards from rows of the same form, as a company adds its own.
     *
     * @param table columns {@code id,zh,en,class,cadence,evidence,qualification,from,source}
     * @param catalogue the classes of equipment
     * @return the standards
     * @throws CatalogueException if a row is faulty, has a cadence without periods or names an
     *     unknown class
     */
    public static MaintenanceStandards of(Table table, EquipmentCatalogue catalogue) {
        return new MaintenanceStandards(table.unique("id").map(row -> known(row, catalogue)));
    }

    /**
     * What a class needs.
     *
     * @param kind the class
     * @return in file order
     */
    public List<MaintenanceStandard> of(AssetKey kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    private static MaintenanceStandard known(Row row, EquipmentCatalogue catalogue) {
        row.required("source");
        MaintenanceStandard standard = MaintenanceStandard.read(row);
        if (!catalogue.knows(standard.kind())) {
            throw new CatalogueException(
                    List.of(row.fault("class", "unknown class " + standard.kind())));
        }
        return standard;
    }
}
