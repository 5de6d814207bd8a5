package dev.guanjia.server.application;

import dev.guanjia.server.problem.FieldCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads instants that a caller gave, to the microsecond that the tables keep. */
final class Moments {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    private final Given given;
    private final Instant now;

    Moments(Given given, Instant now) {
        this.given = given;
        this.now = now;
    }

    /** An instant that rows of a company can bear; empty for none. */
    Optional<Instant> any(String pointer, @Nullable Instant at) {
        if (at == null) {
            return Optional.empty();
        }
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            return given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", "1900 to 2999");
        }
        return Optional.of(at.truncatedTo(ChronoUnit.MICROS));
    }

    /** An instant that has come; empty for none. */
    Optional<Instant> past(String pointer, @Nullable Instant at) {
        Optional<Instant> possible = any(pointer, at);
        if (possible.isPresent() && possible.get().isAfter(now)) {
            given.faults()
                    .add(
                            pointer,
                            BusinessTime.Reason.IN_THE_FUTURE,
                            Map.of("given", possible.get().toString(), "now", now.toString()));
            return Optional.empty();
        }
        return possible;
    }
}
