package dev.guanjia.workorder.paid;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Identifier;

/**
 * Something that paid work is priced by.
 *
 * @param id one to forty letters, digits, hyphens, underscores or points, e.g. {@code TAP_LABOUR}
 * @param label what it is called
 * @param kind labour or material
 * @param unit what one of it is, e.g. hour or metre
 */
public record PriceItem(String id, Label label, Kind kind, Label unit) {

    /** Rejects ids of another shape. */
    public PriceItem {
        Identifier.require("price item", id);
    }

    /** What is paid for. */
    public enum Kind {
        /** 人工. */
        LABOUR,
        /** 材料. */
        MATERIAL
    }
}
