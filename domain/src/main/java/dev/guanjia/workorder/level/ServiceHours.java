package dev.guanjia.workorder.level;

import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clocks of a company in one zone: its office, its shifts, and the clock that never stops. */
public final class ServiceHours {

    private final WorkingTime office;
    private final WorkingTime always;
    private final Map<String, WorkingTime> shifts;

    private ServiceHours(WorkingTime office, Map<String, WorkingTime> shifts) {
        this.office = office;
        this.always = WorkingTime.always(office.zone());
        this.shifts = shifts;
    }

    /**
     * Puts the clocks together.
     *
     * @param office what a working clock counts
     * @param shifts name to what a shift clock of that name counts
     * @return the clocks, or refused with {@code HOURS_WITHOUT_TIME} for each that never counts, as
     *     with a calendar without working days
     * @throws IllegalArgumentException if they hang in several zones
     */
    public static Decision<ServiceHours> of(WorkingTime office, Map<String, WorkingTime> shifts) {
        List<Refusal> refusals = new ArrayList<>();
        require("office", office, office.zone(), refusals);
        Map<String, WorkingTime> named = new TreeMap<>(shifts);
        named.forEach((name, time) -> require("shifts." + name, time, office.zone(), refusals));
        return refusals.isEmpty()
                ? Decision.accept(new ServiceHours(office, named))
                : Decision.refuse(refusals);
    }

    private static void require(
            String field, WorkingTime time, ZoneId zone, List<Refusal> refusals) {
        if (!time.zone().equals(zone)) {
            throw new IllegalArgumentException(field + " hangs in " + time.zone() + ": " + zone);
        }
        if (!time.counts()) {
            refusals.add(
                    LevelRefusal.HOURS_WITHOUT_TIME.because(
                            "field", field, "covered", time.covered().toString()));
        }
    }

    /**
     * Where the clocks hang.
     *
     * @return the zone whose days count
     */
    public ZoneId zone() {
        return office.zone();
    }

    /**
     * The clock of a row.
     *
     * @param level the row
     * @return what it counts; of shifts that the company does not have, {@link WorkingTime#unknown}
     */
    public WorkingTime clock(ServiceLevel level) {
        return switch (level.clock()) {
            case WORKING -> office;
            case ELAPSED -> always;
            case SHIFT -> shift(level);
        };
    }

    private WorkingTime shift(ServiceLevel level) {
        WorkingTime time = shifts.get(level.shiftName());
        return time == null ? WorkingTime.unknown(zone()) : time;
    }

    static Refusal unknown(ServiceLevel level) {
        return LevelRefusal.HOURS_UNKNOWN.because(
                "hours", level.shiftName(), "level", level.id().value());
    }
}
