package dev.guanjia.billing.fee;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;

/**
 * A kind of fee (收费项目), one row of {@code fee-items.csv}.
 *
 * @param id which one
 * @param label what it is called
 * @param basis what it is charged per
 * @param income whose income it is
 * @param managementFee whether it counts in the collection rate, QF-H-11
 * @param order where it stands on bills and in allocation, smaller first
 * @param from the first day it may be charged for
 * @param source the clause it comes from
 */
public record FeeItem(
        FeeItemId id,
        Label label,
        ChargeBasis basis,
        FeeIncome income,
        boolean managementFee,
        int order,
        LocalDate from,
        String source) {

    static FeeItem from(Row row) {
        return new FeeItem(
                row.as("id", FeeItemId::new),
                row.label(),
                row.as("basis", ChargeBasis::valueOf),
                row.as("income", FeeIncome::valueOf),
                row.yes("management_fee"),
                row.as("order", Integer::parseInt),
                row.from(),
                row.required("source"));
    }
}
