package dev.guanjia.server.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The month of March 2026 in a made-up community of 1,200 units, drawn from a seed.
 *
 * <p>Shape: ten buildings of thirty floors with four units each; the ground floors of the first
 * five are shops. Twelve meters could not be read, six units used no water.
 *
 * @param draw where every fact is drawn
 */
record DemoPlan(Draw draw) {

    static final long SEED = 20260301L;
    static final int UNITS = 1_200;
    static final int BUILDINGS = 10;
    static final int COMPLAINTS = 24;
    static final int REPAIRS = 40;

    /** Pays in April, after the books of March were closed. */
    static final int LATE_UNIT = 777;

    /** Gets CNY 150.00 off for a leak, more than the supervisor may sign. */
    static final int WAIVER_UNIT = 500;

    static final int SURVEY_FORMS = 120;
    static final int SURVEY_ITEMS = 15;

    /** The first forms name one thing each that the owner is not satisfied with. */
    static final int DISSATISFIED_FORMS = 36;

    static final YearMonth MONTH = YearMonth.of(2026, 3);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate METERS_INSTALLED = LocalDate.of(2026, 2, 20);
    static final LocalDate METERS_READ = LocalDate.of(2026, 3, 20);
    static final LocalDate CHARGES_ENTERED = LocalDate.of(2026, 3, 23);
    static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    static DemoPlan ofDefaultSeed() {
        return new DemoPlan(new Draw(SEED));
    }

    PlannedNames names() {
        return new PlannedNames(draw);
    }

    PlannedUnit unit(int index) {
        return new PlannedUnit(index, this);
    }

    List<PlannedUnit> units() {
        return IntStream.range(0, UNITS).mapToObj(this::unit).toList();
    }

    List<PlannedRequest> complaints() {
        return requests("complaint", COMPLAINTS);
    }

    List<PlannedRequest> repairs() {
        return requests("repair", REPAIRS);
    }

    private List<PlannedRequest> requests(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> new PlannedRequest(kind, i, this)).toList();
    }
}
