package dev.guanjia.server.application;

import dev.guanjia.server.store.BillRunPartStore.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Units of a community that stand beside each other, to be calculated in one go.
 *
 * @param after the {@code seq} of the unit before the first
 * @param last the {@code seq} of the last unit
 * @param before how many units of the run come before them
 * @param units how many they are
 */
record UnitSpan(long after, long last, int before, int units) {

    /**
     * Cuts units into spans.
     *
     * @param places where the units stand, rising
     * @param there parts of them that need no span, in their order
     * @param first the span begins after this place, with this many units before it
     * @param most how many units a span may have
     * @return the spans in their order, none of them with a unit of what is there
     */
    static List<UnitSpan> of(List<Long> places, List<Part> there, UnitSpan first, int most) {
        List<UnitSpan> spans = new ArrayList<>();
        UnitSpan open = first;
        for (long place : places) {
            if (there.stream().anyMatch(part -> part.covers(place))) {
                open = open.closed(spans).passing(place);
            } else {
                open = open.with(place);
                if (open.units == most) {
                    open = open.closed(spans);
                }
            }
        }
        open.closed(spans);
        return spans;
    }

    /** Before the first unit of some. */
    static UnitSpan startingAfter(long place, int before) {
        return new UnitSpan(place, place, before, 0);
    }

    private UnitSpan with(long place) {
        return new UnitSpan(after, place, before, units + 1);
    }

    private UnitSpan passing(long place) {
        return startingAfter(place, before + 1);
    }

    private UnitSpan closed(List<UnitSpan> spans) {
        if (units > 0) {
            spans.add(this);
        }
        return startingAfter(last, before + units);
    }
}
