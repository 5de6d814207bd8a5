package dev.guanjia.reaction;

import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How what the company finds for itself is received: it is its own requester. */
final class OwnReception {

    /** The way by which findings of patrols reach us. */
    static final String PATROL = "PATROL";

    /** The way by which plans, registers and incidents do. */
    static final String OTHER = "OTHER";

    private OwnReception() {}

    static Reception of(String channel, Instant at, @Nullable String reference) {
        return new Reception(channel, at, reference, new Requester(CustomerClass.INTERNAL, null));
    }
}
