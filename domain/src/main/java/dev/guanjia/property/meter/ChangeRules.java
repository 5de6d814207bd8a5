package dev.guanjia.property.meter;

import dev.guanjia.decision.Refusal;
import dev.guanjia.property.meter.Track.Stop;
import java.util.List;
import java.util.Optional;

/** What speaks against a change of a meter's register. */
final class ChangeRules {

    private final Meter meter;
    private final Track track;
    private final Stop latest;

    ChangeRules(Meter meter, Track track) {
        this.meter = meter;
        this.track = track;
        List<Stop> stops = track.stops();
        this.latest = stops.get(stops.size() - 1);
    }

    Optional<Refusal> reason(RegisterChange change) {
        String day = change.day().toString();
        boolean follows = Track.follows(change, latest) && !track.isChangedOn(change.day());
        if (!follows || track.isRemovedOn(change.day())) {
            String known = latest.day().toString();
            return refuse(MeterRefusal.REGISTER_CHANGE_NOT_LATEST, "day", day, "latest", known);
        }
        if (change.last().compareTo(latest.value()) >= 0
                && latest.register().holds(change.last())) {
            return unread(change);
        }
        return refuse(
                MeterRefusal.REGISTER_CHANGE_OUT_OF_ORDER,
                "day",
                day,
                "last",
                change.last().decimalText(),
                "previous",
                latest.value().decimalText());
    }

    /** A removed meter is not read again, so its last reading must say all that it counted. */
    private Optional<Refusal> unread(RegisterChange change) {
        boolean isRead = latest.reading() != null && latest.value().compareTo(change.last()) == 0;
        if (change.next() != null || isRead) {
            return Optional.empty();
        }
        String last = change.last().decimalText();
        return refuse(
                MeterRefusal.REMOVAL_WITHOUT_READING, "day", change.day().toString(), "last", last);
    }

    private Optional<Refusal> refuse(MeterRefusal code, String... pairs) {
        return Optional.of(code.because(meter, pairs));
    }
}
