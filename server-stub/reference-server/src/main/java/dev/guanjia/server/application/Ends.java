package dev.guanjia.server.application;

import dev.guanjia.server.problem.FieldCode;
import java.time.LocalDate;
import java.util.Optional;

/** The first day on which something no longer holds. */
final class Ends {

    private static final String POINTER = "/to";

    private Ends() {}

    /** What ends has held for a day at least. */
    static void after(Given given, LocalDate from, Optional<LocalDate> to) {
        if (to.isPresent() && given.day(POINTER, to.get()).isPresent() && !to.get().isAfter(from)) {
            given.wrong(POINTER, FieldCode.OUT_OF_RANGE, "expected", "later than " + from);
        }
    }
}
