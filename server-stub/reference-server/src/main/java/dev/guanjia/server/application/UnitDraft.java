package dev.guanjia.server.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it was given.
 *
 * @param buildingId its building
 * @param number its number there
 * @param facts what is true of it
 * @param whose its owner
 * @param meters its meters
 */
public record UnitDraft(
        String buildingId, String number, Facts facts, Whose whose, List<MeterDraft> meters) {

    /**
     * What is true of a unit, as it was given.
     *
     * @param use what it is used for
     * @param area square metres
     * @param vacancy whether anybody uses it; null for somebody
     * @param since since when all this is known; null for always
     */
    public record Facts(
            String use, String area, @Nullable String vacancy, @Nullable LocalDate since) {}

    /**
     * Who owns it: a new owner or a known one.
     *
     * @param owner a new one
     * @param ownerId a known one
     */
    public record Whose(@Nullable OwnerDraft owner, @Nullable String ownerId) {}

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
