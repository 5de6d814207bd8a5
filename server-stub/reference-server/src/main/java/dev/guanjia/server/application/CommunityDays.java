package dev.guanjia.server.application;

import dev.guanjia.server.problem.FieldCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days as they are where a community is. */
@Component
class CommunityDays {

    private final Clock clock;

    CommunityDays(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The zone of what is asked of all communities. */
    ZoneId companyZone() {
        return clock.getZone();
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** A day that has begun there. */
    Optional<LocalDate> past(Given given, String pointer, LocalDate day, ZoneId zone) {
        Optional<LocalDate> possible = given.day(pointer, day);
        LocalDate today = today(zone);
        if (possible.isPresent() && day.isAfter(today)) {
            given.faults()
                    .add(
                            pointer,
                            BusinessTime.Reason.IN_THE_FUTURE,
                            Map.of("given", day.toString(), "now", today.toString()));
            return Optional.empty();
        }
        return possible;
    }

    /** Notes what is wrong with a filter by days. */
    static void check(Given given, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            given.day("from", from);
        }
        if (to != null) {
            given.day("to", to);
        }
        if (from != null && to != null && to.isBefore(from)) {
            given.wrong("to", FieldCode.OUT_OF_RANGE, "expected", "not before " + from);
        }
    }
}
