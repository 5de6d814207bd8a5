package dev.guanjia.server.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it was given.
 *
 * @param buildingId its building
 * @param number its number there
 * @param use what it is used for
 * @param area square metres
 * @param owner its owner
 * @param meters its meters
 */
public record UnitDraft(
        String buildingId,
        String number,
        String use,
        String area,
        OwnerDraft owner,
        List<MeterDraft> meters) {

    /**
     * An owner as it was given.
     *
     * @param name the name
     * @param mobile the number, where known
     */
    public record OwnerDraft(String name, @Nullable String mobile) {}

    /**
     * A meter as it was given.
     *
     * @param kind what it measures
     * @param serial the number on it
     * @param installedOn the day it began to count
     * @param initialValue what it showed then
     * @param digits digits of its dial before the point; 0 when unknown
     */
    public record MeterDraft(
            String kind, String serial, LocalDate installedOn, String initialValue, int digits) {}
}
