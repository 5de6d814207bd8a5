package dev.guanjia.server.application;

import dev.guanjia.security.shift.Handover;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.HandoverStore;
import dev.guanjia.server.store.HandoverStore.Filter;
import dev.guanjia.server.store.HandoverStore.HandoverRow;
import org.springframework.stereotype.Service;

/** Shows handovers. */
@Service
public class HandoverReader {

    private final HandoverStore store;
    private final Snapshot snapshot;

    HandoverReader(HandoverStore store, Snapshot snapshot) {
        this.store = store;
        this.snapshot = snapshot;
    }

    /**
     * Reads a handover.
     *
     * @param caller who asks
     * @param id which
     * @return the handover
     */
    public HandoverRow get(Caller caller, String id) {
        return snapshot.read(
                () -> store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id)));
    }

    /**
     * Lists handovers, newest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<HandoverRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        String state = filter.state();
        if (state != null) {
            given.known("state", state, Handover.State.class);
        }
        given.end();
        return snapshot.read(() -> store.list(caller.tenant(), filter, request));
    }
}
