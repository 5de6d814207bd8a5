package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every department and unit that the requirements name: {@code departments.csv}. Source:
 * requirements 01, section 3.
 */
public final class DepartmentLibrary {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "function", "from", "source");

    private final Map<DepartmentKey, Department> departments;

    private DepartmentLibrary(Map<DepartmentKey, Department> departments) {
        this.departments = Collections.unmodifiableMap(departments);
    }

    /**
     * Loads the library that ships with the product.
     *
     * @return the library
     */
    public static DepartmentLibrary load() {
        return of(Table.of(DepartmentLibrary.class, "departments.csv", COLUMNS));
    }

    /**
     * Builds a library from rows of the same form.
     *
     * @param table columns {@code id,zh,en,function,from,source}
     * @return the library
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static DepartmentLibrary of(Table table) {
        Map<DepartmentKey, Department> departments = new LinkedHashMap<>();
        table.unique("id")
                .map(Department::read)
                .forEach(department -> departments.put(department.key(), department));
        return new DepartmentLibrary(departments);
    }

    /**
     * Every department.
     *
     * @return in file order
     */
    public List<Department> all() {
        return List.copyOf(departments.values());
    }

    /**
     * Looks up a department.
     *
     * @param key a key
     * @return the department, or empty when the library does not know it
     */
    public Optional<Department> find(DepartmentKey key) {
        return Optional.ofNullable(departments.get(key));
    }

    /**
     * Reads a key that must be in the library, as rows of other catalogues name departments.
     *
     * @param text the key
     * @return the key
     * @throws IllegalArgumentException if the library does not know it
     */
    public DepartmentKey parse(String text) {
        DepartmentKey key = new DepartmentKey(text);
        if (!departments.containsKey(key)) {
            throw new IllegalArgumentException("unknown department: " + key);
        }
        return key;
    }
}
