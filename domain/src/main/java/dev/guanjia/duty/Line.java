package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.organisation.PostKey;
import java.util.Comparator;

/** A duty of one post at one beat; on a day, lines stand in the order of the keys they give. */
record Line(HeldDuty held, PostKey post, Cadence cadence, Beat beat) implements Comparable<Line> {

    private static final Comparator<Line> ORDER =
            Comparator.comparing((Line line) -> line.held().duty().id())
                    .thenComparing(Line::post)
                    .thenComparing(Line::cadence)
                    .thenComparing(line -> line.beat().part())
                    .thenComparing(line -> line.beat().origin().from());

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }

    /** What the due time of a day depends on. */
    Limit limit() {
        return new Limit(held.duty().timing(), cadence, beat);
    }

    record Limit(Timing timing, Cadence cadence, Beat beat) {}
}
