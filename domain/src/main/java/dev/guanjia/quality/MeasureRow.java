package dev.guanjia.quality;

import dev.guanjia.money.Rational;

/**
 * One piece of evidence behind a measure.
 *
 * @param reference the record it was read from, e.g. a charge or a work order
 * @param value what it adds to the measure
 * @param note what a reader should know besides, possibly empty
 */
public record MeasureRow(String reference, Rational value, String note) {

    /** Rejects evidence that points nowhere. */
    public MeasureRow {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("evidence without a reference");
        }
    }
}
