package dev.guanjia.server.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it was given.
 *
 * @param meterId the meter
 * @param readOn the day
 * @param value what it showed
 * @param source how the value came about
 * @param rolledOver whether the dial passed zero since the last reading
 * @param corrects the reading that it stands in for, if any
 */
public record ReadingDraft(
        String meterId,
        LocalDate readOn,
        String value,
        String source,
        boolean rolledOver,
        @Nullable String corrects) {}
