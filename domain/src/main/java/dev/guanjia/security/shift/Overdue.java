package dev.guanjia.security.shift;

import dev.guanjia.calendar.TimeSpan;
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
     * @return what goes beyond until the holder is back or relieved, in order; neither that
     *     somebody stood in nor that the station was found empty makes it shorter
     */
    public static List<TimeSpan> of(Watch watch, TimeSpan horizon) {
        List<TimeSpan> beyond = new ArrayList<>();
        List<WatchEvent> events = watch.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.STOOD_IN) {
                Instant due = events.get(i).at().plus(watch.station().absence());
                List<WatchEvent> later = events.subList(i + 1, events.size());
                Instant from = due.isBefore(horizon.start()) ? horizon.start() : due;
                horizon.before(end(later, horizon.end()))
                        .filter(known -> from.isBefore(known.end()))
                        .ifPresent(known -> beyond.add(new TimeSpan(from, known.end())));
            }
        }
        return List.copyOf(beyond);
    }

    /** That a station is found empty meanwhile does not bring its holder back. */
    private static Instant end(List<WatchEvent> later, Instant unknown) {
        return later.stream()
                .filter(event -> event.kind() == Kind.RETURNED || event.kind() == Kind.RELIEVED)
                .map(WatchEvent::at)
                .findFirst()
                .orElse(unknown);
    }
}
