package dev.guanjia.server.demo;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the city's local times. */
final class CityTime {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final String EXAMPLE = "01/31/2015 07:27:13 AM";

    private static final DateTimeFormatter PRINTED =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("MM/dd/uuuu hh:mm:ss a")
                    .toFormatter(Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT);

    private CityTime() {}

    /**
     * The instant of a printed time. In the hour that comes twice it is the first of the two,
     * unless only the second is not before what it follows; in the hour that does not exist it is
     * as long after the change as it would have been after the hour.
     *
     * @param printed such as {@code 01/31/2015 07:27:13 AM}
     * @param follows what it cannot be before; null when that says nothing
     * @throws DateTimeParseException if it is no such time
     */
    static OffsetDateTime read(String printed, @Nullable OffsetDateTime follows) {
        ZonedDateTime local = LocalDateTime.parse(printed, PRINTED).atZone(ZONE);
        OffsetDateTime first = local.withEarlierOffsetAtOverlap().toOffsetDateTime();
        OffsetDateTime second = local.withLaterOffsetAtOverlap().toOffsetDateTime();
        boolean impossible =
                follows != null && first.isBefore(follows) && !second.isBefore(follows);
        return impossible ? second : first;
    }
}
