package dev.guanjia.billing.fee;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.property.meter.MeterKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fee (收费项目), one row of {@code fee-items.csv}.
 *
 * @param id which one
 * @param label what it is called
 * @param basis what it is charged per
 * @param meters which meters it bills; null for a fee that is not metered
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
        @Nullable MeterKind meters,
        FeeIncome income,
        boolean managementFee,
        int order,
        LocalDate from,
        String source) {

    /** A metered fee names the kind of its meters, and no other does. */
    public FeeItem {
        if ((basis == ChargeBasis.METER) != (meters != null)) {
            throw new IllegalArgumentException(basis + " fee " + id + " bills meters: " + meters);
        }
    }

    /**
     * Whether it bills what a meter measures.
     *
     * @param kind of the meter
     * @return true for a metered fee of that kind
     */
    public boolean bills(MeterKind kind) {
        return kind == meters;
    }

    static FeeItem from(Row row) {
        return new FeeItem(
                row.as("id", FeeItemId::new),
                row.label(),
                row.as("basis", ChargeBasis::valueOf),
                row.text("meters").isEmpty() ? null : row.as("meters", MeterKind::valueOf),
                row.as("income", FeeIncome::valueOf),
                row.yes("management_fee"),
                row.as("order", Integer::parseInt),
                row.from(),
                row.required("source"));
    }
}
