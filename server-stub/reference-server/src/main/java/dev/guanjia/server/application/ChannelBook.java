package dev.guanjia.server.application;

import dev.guanjia.server.store.ChannelStore;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.request.Channels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which ways matters reach a company. */
@Component
class ChannelBook {

    private final ChannelStore store;
    private final List<Channel> shipped = Channel.all();

    ChannelBook(ChannelStore store) {
        this.store = store;
    }

    /** Those of the library, and over them what the company set. */
    Channels of(String tenant) {
        return new Channels(shipped, store.all(tenant));
    }

    /** The channel that was found for a key; notes the key if there is none. */
    static Optional<Channel> known(
            Given given, String pointer, String key, Optional<Channel> found) {
        return found.isPresent() ? found : given.unknown(pointer, key);
    }
}
