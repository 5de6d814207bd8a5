package dev.guanjia.security.patrol;

import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.DutyId;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A small site: gate and pump room inside, the fence around it, walked at night. */
final class Patrols {

    static final DutyId DUTY = new DutyId("D-003-OML-04");
    static final PostKey LEADER = new PostKey("ORDER_SHIFT_LEADER");
    static final StaffId LI = new StaffId("sf_li");
    static final StaffId BO = new StaffId("sf_bo");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Shift NIGHT =
            new Shift(
                    "night",
                    new Label("夜班", "Night"),
                    LocalTime.of(22, 0),
                    Duration.ofHours(8),
                    EnumSet.allOf(DayOfWeek.class));
    static final Instant BEGINS = Instant.parse("2026-03-02T14:00:00Z");
    static final CheckItem DOOR =
            new CheckItem(
                    "door",
                    new Label("大门关闭", "Gate is shut"),
                    CheckItem.Kind.PASS_FAIL,
                    Optional.empty(),
                    Optional.empty(),
                    Finding.Severity.MAJOR);
    static final CheckItem PRESSURE =
            new CheckItem(
                    "pressure",
                    new Label("水压（MPa）", "Water pressure (MPa)"),
                    CheckItem.Kind.VALUE,
                    Optional.of(Rational.parse("0.2")),
                    Optional.of(Rational.parse("0.4")),
                    Finding.Severity.CRITICAL);
    static final PatrolRoute INSIDE =
            new PatrolRoute(
                    "inside",
                    new Label("内圈", "Inside"),
                    List.of(
                            point("gate", "gate", 10, DOOR),
                            point("pumps", "basement", 20, PRESSURE)));
    static final PatrolRoute AROUND =
            new PatrolRoute(
                    "around",
                    new Label("外围", "Around"),
                    List.of(point("fence", PatrolPlan.SURROUNDINGS, 30)));

    private Patrols() {}

    static Checkpoint point(String id, String area, int minutes, CheckItem... items) {
        return new Checkpoint(
                id,
                area,
                "at the " + id,
                Optional.empty(),
                Duration.ofMinutes(minutes),
                List.of(items));
    }

    static PatrolPlan plan(int minimum, PatrolPlan.Window... windows) {
        return new PatrolPlan(
                DUTY,
                LEADER,
                NIGHT,
                minimum,
                List.of(INSIDE, AROUND),
                List.of(windows),
                new TreeSet<>());
    }

    /** A plan along some ways, where the company has registered areas or none. */
    static PatrolPlan plan(List<PatrolRoute> routes, String... asked) {
        return new PatrolPlan(
                DUTY, LEADER, NIGHT, 2, routes, List.of(), new TreeSet<>(List.of(asked)));
    }

    static Instant minute(long minutes) {
        return BEGINS.plusSeconds(60 * minutes);
    }

    static CheckResult shut(boolean passed, long minutes) {
        return new CheckResult(
                "gate", LI, minute(minutes), List.of(Reading.of("door", passed, "")));
    }

    static CheckResult measured(String pressure, long minutes) {
        return new CheckResult(
                "pumps",
                LI,
                minute(minutes),
                List.of(Reading.of("pressure", Rational.parse(pressure))));
    }

    static CheckResult fence(long minutes) {
        return new CheckResult("fence", LI, minute(minutes), List.of());
    }

    /** A finished round of a route that begins at a minute, a minute to each checkpoint. */
    static PatrolRound walked(String id, PatrolRoute route, long minutes) {
        return walked(id, route, minutes, LI);
    }

    /** The same by somebody. */
    static PatrolRound walked(String id, PatrolRoute route, long minutes, StaffId by) {
        List<CheckResult> results =
                route == INSIDE
                        ? List.of(shut(true, minutes + 1), measured("0.3", minutes + 2))
                        : List.of(fence(minutes + 1));
        return new PatrolRound(
                new RoundId(id),
                route,
                by,
                minute(minutes),
                results,
                Optional.of(minute(minutes + 5)),
                Optional.empty());
    }
}
