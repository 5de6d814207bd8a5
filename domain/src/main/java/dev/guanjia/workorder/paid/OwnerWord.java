package dev.guanjia.workorder.paid;

import dev.guanjia.property.OwnerId;
import java.time.Instant;

/**
 * What an owner said, and how we know.
 *
 * @param owner who
 * @param at when
 * @param means how
 */
public record OwnerWord(OwnerId owner, Instant at, Means means) {

    /** How an owner's word reached us. */
    public enum Means {
        /** On paper. */
        SIGNATURE,
        /** By telephone. */
        PHONE,
        /** In writing from afar. */
        MESSAGE,
        /** Said to our face. */
        IN_PERSON
    }
}
