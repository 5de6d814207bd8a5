package dev.guanjia.server.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cost that units share, as it was given.
 *
 * @param feeItem the fee item
 * @param from the first day it is for
 * @param to the day after the last
 * @param amount how much
 * @param by by which key
 * @param buildingId of which building all units share; null otherwise
 * @param units who shares and with which weight
 */
public record PoolDraft(
        String feeItem,
        LocalDate from,
        LocalDate to,
        Amount amount,
        By by,
        @Nullable String buildingId,
        Units units) {

    /**
     * By what it is cut.
     *
     * @param key the kind of key
     * @param meterKind whose consumption counts; null for other keys
     */
    public record By(String key, @Nullable String meterKind) {}

    /**
     * Single units of a pool.
     *
     * @param ids who shares; null where it is a building or the community
     * @param weights what is agreed; null where nothing is said
     */
    public record Units(@Nullable List<String> ids, @Nullable List<Weight> weights) {}

    /**
     * The weight of a unit.
     *
     * @param unitId the unit
     * @param weight zero or more
     */
    public record Weight(String unitId, String weight) {}
}
