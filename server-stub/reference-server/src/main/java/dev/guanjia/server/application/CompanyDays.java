package dev.guanjia.server.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The days of a company that the moments of callers mean. */
@Component
public class CompanyDays {

    private final Clock clock;

    CompanyDays(Clock clock) {
        this.clock = clock;
    }

    /**
     * The day of a moment in the company's zone.
     *
     * @param asOf the moment; empty for now
     * @return the day
     */
    public LocalDate day(Optional<OffsetDateTime> asOf) {
        return LocalDate.ofInstant(instant(asOf), clock.getZone());
    }

    /**
     * The moment itself.
     *
     * @param asOf the moment; empty for now
     * @return the moment, in a range that days can bear
     */
    public Instant instant(Optional<OffsetDateTime> asOf) {
        Given given = new Given();
        Instant now = clock.instant();
        Optional<Instant> at =
                new Moments(given, now)
                        .any("as_of", asOf.map(OffsetDateTime::toInstant).orElse(null));
        given.end();
        return at.orElse(now);
    }
}
