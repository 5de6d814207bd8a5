package dev.guanjia.property;

import org.jspecify.annotations.Nullable;

/**
 * Who owns units and owes their charges (业主).
 *
 * @param id which one
 * @param name as on the certificate, not blank
 * @param mobile the telephone number given; null when none was given, never blank
 */
public record Owner(OwnerId id, String name, @Nullable String mobile) {

    /** An owner has a name; a number that is there says something. */
    public Owner {
        PropertyText.require("owner name", name);
        if (mobile != null) {
            PropertyText.require("owner mobile", mobile);
        }
    }
}
