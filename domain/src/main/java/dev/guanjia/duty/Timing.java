package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * When a duty comes round and until when it is in time.
 *
 * @param cadences at least one, each once, in row order
 * @param deadline the printed deadline; empty when the source prints none that can be dated
 */
public record Timing(List<Cadence> cadences, Optional<DeadlineRule> deadline) {

    /** A duty that never comes round is none. */
    public Timing {
        cadences = List.copyOf(cadences);
        if (cadences.isEmpty() || EnumSet.copyOf(cadences).size() != cadences.size()) {
            throw new IllegalArgumentException("needs each cadence once: " + cadences);
        }
    }

    static Timing read(Row row) {
        row.required("cadence");
        Optional<DeadlineRule> deadline =
                row.text("deadline").isBlank()
                        ? Optional.empty()
                        : Optional.of(row.as("deadline", DeadlineRule::parse));
        return new Timing(row.list("cadence").stream().map(Cadence::parse).toList(), deadline);
    }
}
