package dev.guanjia.property.meter;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.Track.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a new reading of a meter, looked at between its neighbours. */
final class ReadingRules {

    private final Meter meter;
    private final Reading reading;
    private final Track track;
    private final Stop previous;
    private final List<Refusal> reasons = new ArrayList<>();

    ReadingRules(Meter meter, Track track, Reading reading) {
        this.meter = meter;
        this.reading = reading;
        this.track = track;
        this.previous = track.stops().get(track.before(reading.readOn()));
    }

    List<Refusal> reasons() {
        if (reading.readOn().isBefore(meter.installedOn())) {
            String day = meter.installedOn().toString();
            refuse(MeterRefusal.READING_BEFORE_INSTALLATION, "installed", day);
        }
        if (track.isRemovedOn(reading.readOn())) {
            refuse(MeterRefusal.READING_AFTER_REMOVAL, "removed", previous.day().toString());
            return reasons;
        }
        if (!previous.register().holds(reading.value())) {
            String capacity = previous.register().capacity().orElseThrow().decimalText();
            refuse(MeterRefusal.READING_BEYOND_REGISTER, "capacity", capacity);
            return reasons;
        }
        previous();
        next();
        return reasons;
    }

    private void previous() {
        String before = previous.value().decimalText();
        if (below()) {
            refuse(
                    MeterRefusal.READING_BELOW_PREVIOUS,
                    "previous",
                    before,
                    "since",
                    previous.day().toString());
        } else if (rolls() && previous.register().digits() == 0) {
            refuse(MeterRefusal.ROLL_OVER_OF_UNKNOWN_REGISTER, "previous", before);
        }
    }

    private void next() {
        Optional<Stop> next = track.after(reading.readOn());
        if (next.filter(stop -> !leadsTo(stop)).isPresent()) {
            refuse(
                    MeterRefusal.READING_ABOVE_NEXT,
                    "next",
                    next.get().value().decimalText(),
                    "until",
                    next.get().day().toString());
        }
    }

    /** A reading in between never changes what was used in all; a correction may. */
    private boolean leadsTo(Stop next) {
        Reading later = next.reading();
        boolean fallsThen = falls(reading.value(), next.value());
        if (fallsThen && (later == null || !later.rolledOver())) {
            return false;
        }
        if (reading.corrects() != null) {
            return true;
        }
        int rolls = (fallsThen ? 1 : 0) + (rolls() ? 1 : 0);
        return rolls == (falls(previous.value(), next.value()) ? 1 : 0) || below();
    }

    /** Refused already, and that alone. */
    private boolean below() {
        return falls(previous.value(), reading.value()) && !reading.rolledOver();
    }

    private boolean rolls() {
        return reading.rolledOver() && falls(previous.value(), reading.value());
    }

    private static boolean falls(Rational from, Rational to) {
        return to.compareTo(from) < 0;
    }

    private void refuse(MeterRefusal code, String... pairs) {
        reasons.add(code.because(meter, reading, pairs));
    }
}
