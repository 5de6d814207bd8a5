package dev.guanjia.workorder;

import dev.guanjia.workorder.lifecycle.CustomerClass;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Source: 03 P-INTAKE; 06 A-90.
 *
 * @param as what they are to us
 * @param contact reference to the person or the customer file, not blank; null when there is none
 * @param name how they call themselves, not blank; null when nobody gave a name
 * @param phone where they can be reached, not blank; null when nobody said
 */
public record Requester(
        CustomerClass as, @Nullable String contact, @Nullable String name, @Nullable String phone) {

    /** What is told says something. */
    public Requester {
        if (Stream.of(contact, name, phone).anyMatch(text -> text != null && text.isBlank())) {
            throw new IllegalArgumentException("blank contact, name or phone");
        }
    }

    /**
     * A requester who gave no name.
     *
     * @param as what they are to us
     * @param contact reference to the person or the customer file
     */
    public Requester(CustomerClass as, @Nullable String contact) {
        this(as, contact, null, null);
    }
}
