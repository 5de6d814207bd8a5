package dev.guanjia.workorder;

import dev.guanjia.workorder.lifecycle.CustomerClass;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Source: 03 P-INTAKE; 06 A-90.
 *
 * @param as what they are to us
 * @param contact reference to the person or the customer file, not blank; null when nobody gave a
 *     name
 */
public record Requester(CustomerClass as, @Nullable String contact) {

    /** A contact leads to somebody. */
    public Requester {
        if (contact != null && contact.isBlank()) {
            throw new IllegalArgumentException("contact is blank");
        }
    }
}
