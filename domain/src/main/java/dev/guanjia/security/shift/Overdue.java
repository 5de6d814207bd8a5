package dev.guanjia.security.shift;

import dev.guanjia.security.shift.WatchEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Short absences that were none. Source: requirements 03 R-LEAVE-POST. */
public final class Overdue {

    private Overdue() {}

    /**
     * When the holder of a station was away for longer than a short absence lasts there.
     *
     * @param watch the watch of the station
     * @param horizon the time of the question
     * @return what goes beyond, in order; that somebody stood in does not make it shorter
     */
    public static List<Span> of(Watch watch, Span horizon) {
        List<Span> beyond = new ArrayList<>();
        List<WatchEvent> events = watch.events();
        for (int i = 0; i < events.size(); i++) {
            Instant due = events.get(i).at().plus(watch.station().absence());
            Instant to = i + 1 < events.size() ? events.get(i + 1).at() : horizon.end();
            Instant from = due.isBefore(horizon.start()) ? horizon.start() : due;
            Instant until = to.isBefore(horizon.end()) ? to : horizon.end();
            if (events.get(i).kind() == Kind.STOOD_IN && from.isBefore(until)) {
                beyond.add(new Span(from, until));
            }
        }
        return List.copyOf(beyond);
    }
}
