package dev.guanjia.server.application;

import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.DepartmentKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Departments, each after the one above it. */
final class DepartmentOrder {

    private DepartmentOrder() {}

    /** Each department with the key under which a page continues. */
    static Map<CompanyDepartment, String> of(List<CompanyDepartment> departments) {
        Map<CompanyDepartment, String> order = new LinkedHashMap<>();
        addBelow(Optional.empty(), departments, order);
        return order;
    }

    /** The domain lets departments go in no circle. */
    private static void addBelow(
            Optional<DepartmentKey> parent,
            List<CompanyDepartment> departments,
            Map<CompanyDepartment, String> order) {
        for (CompanyDepartment department : departments) {
            if (department.parent().equals(parent)) {
                order.put(department, "%06d".formatted(order.size()));
                addBelow(Optional.of(department.key()), departments, order);
            }
        }
    }
}
