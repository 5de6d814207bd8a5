package dev.guanjia.server.application;

import dev.guanjia.server.problem.FieldCode;
import java.time.LocalDate;

/** A time from a day to another, the latter excluded, as callers give it. */
final class GivenDays {

    private GivenDays() {}

    /** Notes what is wrong with {@code /from} and {@code /to}. */
    static void require(Given given, LocalDate from, LocalDate to) {
        given.day("/from", from);
        given.day("/to", to);
        if (!to.isAfter(from)) {
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", "later than " + from);
        }
    }
}
