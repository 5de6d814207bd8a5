package dev.guanjia.server.store;

import dev.guanjia.server.paging.PageRequest;

/** Lists that begin with the row added last. */
final class Newest {

    private Newest() {}

    /** The sequence number before which a page begins; above every one for the first page. */
    static long before(PageRequest request) {
        return request.after().isEmpty() ? Long.MAX_VALUE : request.afterNumber();
    }
}
