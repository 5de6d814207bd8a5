package dev.guanjia.server.application;

import java.time.LocalDate;

/**
 * A reading as it was given.
 *
 * @param meterId the meter
 * @param readOn the day
 * @param value what it showed
 * @param source how the value came about
 */
public record ReadingDraft(String meterId, LocalDate readOn, String value, String source) {}
