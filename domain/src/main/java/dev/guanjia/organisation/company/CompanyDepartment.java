package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.util.Optional;

/**
 * A department or unit of a company. A company of many communities has many that bear the same
 * department of the library.
 *
 * @param key its key in the company
 * @param label its name
 * @param bears the department of the library whose duties it bears, empty for a mere group
 * @param parent the unit above it, empty below the company itself
 */
public record CompanyDepartment(
        DepartmentKey key,
        Label label,
        Optional<DepartmentKey> bears,
        Optional<DepartmentKey> parent) {

    /** A unit that is its own parent would hang nowhere. */
    public CompanyDepartment {
        if (parent.equals(Optional.of(key))) {
            throw new IllegalArgumentException("department is its own parent: " + key);
        }
    }

    static CompanyDepartment read(Row row, DepartmentLibrary library) {
        return new CompanyDepartment(
                row.as("id", DepartmentKey::new),
                row.label(),
                filled(row, "bears").map(text -> row.as("bears", library::parse)),
                filled(row, "parent").map(text -> row.as("parent", DepartmentKey::new)));
    }

    CompanyDepartment named(Label other) {
        return new CompanyDepartment(key, other, bears, parent);
    }

    static Optional<String> filled(Row row, String column) {
        return Optional.of(row.text(column)).filter(text -> !text.isBlank());
    }
}
