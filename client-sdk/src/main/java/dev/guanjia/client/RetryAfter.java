package dev.guanjia.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The header {@code Retry-After} in both of its forms (RFC 9110). */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * How long the server asks to wait.
     *
     * @param now the client's time, used only where the server did not send its own
     * @return how long to wait, zero or more; empty if the header is absent or cannot be read
     */
    static Optional<Duration> read(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(
                        text ->
                                text.matches("[0-9]{1,9}")
                                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                                        : until(text, serverTime(headers).orElse(now)));
    }

    private static Optional<Duration> until(String date, Instant now) {
        return date(date)
                .map(then -> Duration.between(now, then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    // the difference of two times of one clock does not suffer from a wrong clock here
    private static Optional<Instant> serverTime(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(RetryAfter::date);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
