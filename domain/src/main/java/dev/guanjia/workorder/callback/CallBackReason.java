package dev.guanjia.workorder.callback;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a customer is satisfied or not: a row of {@code call-back-reasons.csv}.
 *
 * @param id its key, e.g. {@code NOT_SOLVED}
 * @param label its name
 * @param result whether it is a reason to be satisfied or not
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record CallBackReason(
        String id, Label label, CallBack.Result result, LocalDate from, String source) {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "result", "from", "source");

    /**
     * Loads the reasons that ship with the library.
     *
     * @return in file order
     */
    public static List<CallBackReason> load() {
        return Table.of(CallBackReason.class, "call-back-reasons.csv", COLUMNS)
                .unique("id")
                .map(CallBackReason::read);
    }

    private static CallBackReason read(Row row) {
        return new CallBackReason(
                row.required("id"),
                row.label(),
                row.as("result", CallBack.Result::valueOf),
                row.from(),
                row.required("source"));
    }
}
