package dev.guanjia.server.store;

import dev.guanjia.server.paging.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Where a page ends in a list that is ordered by a moment and a number, latest first. */
record MomentKey(Instant at, String id) {

    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    static MomentKey latestFirst(PageRequest request) {
        List<String> after = request.afterParts(List.of(END.toString(), ""));
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

    static String text(Instant at, String id) {
        return PageRequest.join(at.toString(), id);
    }
}
