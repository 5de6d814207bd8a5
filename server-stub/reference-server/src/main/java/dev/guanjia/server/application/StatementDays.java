package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.problem.FieldCode;
import java.time.LocalDate;

/** The days of an account or a rate, the last included, as callers give them. */
final class StatementDays {

    private StatementDays() {}

    /** Reads {@code from} and {@code until}, or says what is wrong with them. */
    static DateRange of(LocalDate from, LocalDate until) {
        Given given = new Given();
        given.day("from", from);
        given.day("until", until);
        if (until.isBefore(from)) {
            given.wrong("until", FieldCode.OUT_OF_RANGE, "expected", "not before " + from);
        }
        given.end();
        return DateRange.ofClosed(from, until);
    }
}
