package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.PatrolDuty.Cover;
import dev.guanjia.reaction.PatrolDuty.Entry;
import dev.guanjia.security.patrol.CheckResult;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.security.patrol.PatrolRoute;
import dev.guanjia.security.patrol.RoundId;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A night from 22:00 to 06:00; a route of gate and fence, reached in minutes 10 and 20. */
class PatrolDutyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant BEGINS = Instant.parse("2026-03-02T14:00:00Z");
    private static final StaffId LI = new StaffId("sf_li");
    private static final DutyId DUTY = new DutyId("D-003-OML-04");
    private static final PostKey OWN = new PostKey("NIGHT_LEADER");
    private static final PatrolRoute ROUTE =
            new PatrolRoute(
                    "site",
                    new Label("全园", "Site"),
                    List.of(point("gate", "gate"), point("fence", PatrolPlan.SURROUNDINGS)));
    private static final PatrolPlan PLAN =
            new PatrolPlan(
                    DUTY,
                    new PostKey("ORDER_SHIFT_LEADER"),
                    new Shift(
                            "night",
                            new Label("夜班", "Night"),
                            LocalTime.of(22, 0),
                            Duration.ofHours(8),
                            EnumSet.allOf(DayOfWeek.class)),
                    2,
                    List.of(ROUTE),
                    List.of(),
                    new TreeSet<>());
    private static final OccurrenceKey OCCURRENCE =
            new OccurrenceKey(DUTY, OWN, Cadence.SHIFT, MONDAY, "night");

    @Test
    void whatARoundCoveredCountsForTheOccurrenceOfThePostThatWalkedIt() {
        PatrolDuty walk = new PatrolDuty(walked(0, "gate", "fence"), OWN);
        assertThat(walk.covers(PLAN, MONDAY, SHANGHAI))
                .containsExactly(
                        new Cover(OCCURRENCE, "gate", minute(10)),
                        new Cover(OCCURRENCE, "surroundings", minute(20)));
    }

    @Test
    void whatWasMissedOrReachedAfterTheShiftDoesNotCount() {
        PatrolDuty half = new PatrolDuty(walked(0, "gate"), OWN);
        assertThat(half.covers(PLAN, MONDAY, SHANGHAI))
                .extracting(Cover::area)
                .containsOnly("gate");
        PatrolDuty late = new PatrolDuty(walked(465, "gate", "fence"), OWN);
        assertThat(late.covers(PLAN, MONDAY, SHANGHAI))
                .extracting(Cover::area)
                .containsOnly("gate");
        assertThat(late.covers(PLAN, MONDAY.plusDays(1), SHANGHAI)).isEmpty();
        PatrolRound going = PatrolRound.start(new RoundId("ro_1"), ROUTE, LI, BEGINS);
        assertThatIllegalArgumentException().isThrownBy(() -> new PatrolDuty(going, OWN));
    }

    @ParameterizedTest(name = "{0} by {1} in minute {2}: {3}")
    @CsvSource({
        "gate,         sf_li,  0, true",
        "gate,         sf_li, 30, true",
        "gate,         sf_li, 31, false",
        "gate,         sf_li, -1, false",
        "gate,         sf_bo, 10, false",
        "surroundings, sf_li, 10, false",
        "roof,         sf_li, 10, false"
    })
    void theSameWalkIsNotCountedTwice(String area, String by, long minute, boolean same) {
        PatrolDuty walk = new PatrolDuty(walked(0, "gate"), OWN);
        Entry entry = new Entry(area, new StaffId(by), minute(minute));
        assertThat(walk.says(entry)).isEqualTo(same);
        List<Cover> covers = walk.covers(PLAN, MONDAY, SHANGHAI);
        assertThat(walk.without(covers, List.of(entry))).hasSize(same ? 0 : 1);
    }

    private static Checkpoint point(String id, String area) {
        return new Checkpoint(id, area, id, Optional.empty(), Duration.ofMinutes(30), List.of());
    }

    private static Instant minute(long minutes) {
        return BEGINS.plusSeconds(60 * minutes);
    }

    /** Half an hour; ten minutes to each checkpoint. */
    private static PatrolRound walked(long from, String... points) {
        List<CheckResult> results =
                IntStream.range(0, points.length)
                        .mapToObj(
                                i ->
                                        new CheckResult(
                                                points[i],
                                                LI,
                                                minute(from + 10 * (i + 1)),
                                                List.of()))
                        .toList();
        return new PatrolRound(
                new RoundId("ro_1"),
                ROUTE,
                LI,
                minute(from),
                results,
                Optional.of(minute(from + 30)),
                Optional.empty());
    }
}
