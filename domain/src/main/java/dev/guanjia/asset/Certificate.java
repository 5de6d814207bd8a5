package dev.guanjia.asset;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a piece of equipment passed an inspection (年检). A renewal is a further certificate. Source:
 * requirements 05 S31 B 4 and 8.
 *
 * @param equipment what was inspected
 * @param kind which inspection, a key of {@code inspection-kinds.csv}
 * @param number the number of the paper, not blank
 * @param from the first valid day, included
 * @param last the last valid day, included and not before {@code from}; empty when it does not
 *     lapse
 */
public record Certificate(
        EquipmentId equipment,
        AssetKey kind,
        String number,
        LocalDate from,
        Optional<LocalDate> last) {

    /** Rejects a paper without a number and one that lapses before it is valid. */
    public Certificate {
        if (number.isBlank()) {
            throw new IllegalArgumentException("certificate has no number: " + equipment);
        }
        if (last.filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException(
                    "certificate runs backwards: " + from + " to " + last.get());
        }
    }
}
