package dev.guanjia.workorder.request;

import dev.guanjia.decision.Identifier;

/**
 * Which request.
 *
 * @param value as {@link Identifier} allows
 */
public record ServiceRequestId(String value) {

    /** Rejects anything else. */
    public ServiceRequestId {
        Identifier.require("service request id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
