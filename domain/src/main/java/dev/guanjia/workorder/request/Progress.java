package dev.guanjia.workorder.request;

import dev.guanjia.workorder.Act;

/**
 * What the requester was told about a request. Source: 03 P-INTAKE R5.
 *
 * @param channel by which way, a key of {@link Channels}
 * @param act who told it, when, and what; the note is never missing
 */
public record Progress(String channel, Act act) {

    /** Something was told. */
    public Progress {
        if (act.note() == null) {
            throw new IllegalArgumentException("nothing was told");
        }
    }
}
