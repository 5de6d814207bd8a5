package dev.guanjia.server.store;

import dev.guanjia.server.paging.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Where a page ends in a list that is ordered by a moment and what tells rows of it apart. */
record MomentKey(Instant at, String id) {

    static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    static MomentKey latestFirst(PageRequest request) {
        return after(request, END, "");
    }

    /** Where a list goes on that is ordered by a moment and an id. */
    static MomentKey earliestFirst(PageRequest request) {
        return after(request, BEGIN, "");
    }

    /** The same where the number of the row stands for the id. */
    static MomentKey earliestNumberedFirst(PageRequest request) {
        return after(request, BEGIN, "0");
    }

    private static MomentKey after(PageRequest request, Instant first, String id) {
        List<String> after = request.afterParts(List.of(first.toString(), id));
        try {
            Instant at = Instant.parse(after.get(0));
            if (at.isBefore(BEGIN) || at.isAfter(END)) {
                throw PageRequest.invalid();
            }
            return new MomentKey(at, after.get(1));
        } catch (DateTimeException forged) {
            throw PageRequest.invalid();
        }
    }

    /** The number of the row that the page ends with. */
    long number() {
        return PageRequest.number(id);
    }

    static String text(Instant at, String id) {
        return PageRequest.join(at.toString(), id);
    }
}
