package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;

/** A row of {@code kinds.csv}. */
record KindTerms(
        WorkOrderKind kind,
        Label label,
        WorkOrderState initial,
        boolean fromCustomer,
        boolean callBack) {

    static KindTerms read(Row row) {
        row.required("source");
        return new KindTerms(
                row.as("kind", WorkOrderKind::valueOf),
                row.label(),
                row.as("initial", WorkOrderState::valueOf),
                row.yes("from_customer"),
                row.yes("call_back"));
    }
}
