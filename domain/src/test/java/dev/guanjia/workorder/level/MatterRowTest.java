package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatterRowTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final ServiceLevels LEVELS =
            new ServiceLevels(
                    List.of(
                            level("any", null, null, null, "2024-01-01"),
                            level("major", Severity.MAJOR, null, null, "2024-01-01"),
                            level("later", Severity.MAJOR, null, null, "2024-06-01"),
                            level("lobby", null, PlaceKind.COMMON_AREA, null, "2024-01-01"),
                            level("guest", null, null, CustomerClass.GUEST, "2024-01-01"),
                            level(
                                    "guest-lobby",
                                    null,
                                    PlaceKind.COMMON_AREA,
                                    CustomerClass.GUEST,
                                    "2024-03-01")));

    @ParameterizedTest(name = "{5}")
    @CsvSource(
            textBlock =
                    """
                    MINOR, GROUNDS,     OWNER, 2024-02-01, any,         nothing finer fits
                    MAJOR, GROUNDS,     OWNER, 2024-02-01, major,       the severity fits
                    MAJOR, COMMON_AREA, OWNER, 2024-02-01, major,       severity before place
                    MINOR, COMMON_AREA, GUEST, 2024-02-01, lobby,       place before customer
                    MINOR, GROUNDS,     GUEST, 2024-02-01, guest,       the customer fits
                    MAJOR, COMMON_AREA, GUEST, 2024-03-01, guest-lobby, two criteria before one
                    MAJOR, GROUNDS,     OWNER, 2024-06-01, later,       the later row of the same criteria
                    MAJOR, COMMON_AREA, GUEST, 2024-06-01, guest-lobby, a later row that is less fine does not win
                    ,      GROUNDS,     OWNER, 2024-06-01, any,         unknown is not major
                    MAJOR, GROUNDS,     OWNER, 2023-12-31, ,            before the first row
                    """)
    void theMostSpecificRowInForceApplies(
            Severity severity,
            PlaceKind place,
            CustomerClass customer,
            LocalDate day,
            String expected,
            String why) {
        Matter matter = new Matter(WorkOrderKind.REPAIR, severity, place, customer);
        Optional<String> row =
                LEVELS.inForce(matter, ServiceGoal.RESOLUTION, day)
                        .map(found -> found.id().value());
        assertThat(row).as(why).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void anotherKindOrGoalHasNoLimit() {
        Matter complaint = Matter.of(WorkOrderKind.COMPLAINT);
        Matter repair = Matter.of(WorkOrderKind.REPAIR);
        assertThat(LEVELS.inForce(complaint, ServiceGoal.RESOLUTION, FIRST)).isEmpty();
        assertThat(LEVELS.inForce(repair, ServiceGoal.RESPONSE, FIRST)).isEmpty();
        assertThat(
                        LEVELS.start(
                                repair,
                                ServiceGoal.RESPONSE,
                                Clocks.at("2024-03-04T09:00"),
                                Clocks.SHANGHAI))
                .isEmpty();
    }

    /** Every matter by every set of rows of one day: never two that weigh the same. */
    @Test
    void noTwoRowsEverTie() {
        List<Matter> rows = new ArrayList<>();
        for (Severity severity : withNull(Severity.values())) {
            for (PlaceKind place : withNull(PlaceKind.values())) {
                for (CustomerClass customer : withNull(CustomerClass.values())) {
                    rows.add(new Matter(WorkOrderKind.REPAIR, severity, place, customer));
                }
            }
        }
        assertThat(rows).hasSize(5 * 5 * 8);
        for (Matter matter : rows) {
            List<Integer> weights =
                    rows.stream().filter(row -> row.includes(matter)).map(Matter::weight).toList();
            assertThat(weights).as("%s", matter).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    private static <T> List<@Nullable T> withNull(T[] values) {
        List<@Nullable T> all = new ArrayList<>(Arrays.asList(values));
        all.add(null);
        return all;
    }

    @Test
    void rowsThatWouldTieAreRefused() {
        var same = LEVELS.add(level("again", null, PlaceKind.COMMON_AREA, null, "2024-01-01"));
        assertThat(refused(same)).containsExactly(LevelRefusal.SERVICE_LEVEL_EXISTS);
        assertThat(Wording.of(reasons(same).get(0), Language.EN))
                .isEqualTo("REPAIR COMMON_AREA already has a row for RESOLUTION from 2024-01-01.");
        assertThat(
                        accepted(
                                        LEVELS.add(
                                                level(
                                                        "new",
                                                        null,
                                                        PlaceKind.GROUNDS,
                                                        null,
                                                        "2024-01-01")))
                                .rows())
                .hasSize(7);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ServiceLevels(
                                        List.of(LEVELS.rows().get(0), LEVELS.rows().get(0))));
    }

    @Test
    void aClockOfShiftsThatAreNotThereIsUnknownAndNamesThem() {
        ServiceLevel level = row(ServiceClock.SHIFT, Duration.ofHours(1), "evening");
        Instant at = Clocks.at("2024-03-04T09:00");
        Countdown started =
                new ServiceLevels(List.of(level))
                        .start(level.matter(), ServiceGoal.RESPONSE, at, Clocks.SHANGHAI)
                        .orElseThrow();
        WorkingTime none = Clocks.clock(started);
        Due.Unknown due = (Due.Unknown) started.due(none);
        assertThat(due.after()).isEqualTo(at);
        assertThat(due.reason().code()).isEqualTo(LevelRefusal.HOURS_UNKNOWN);
        assertThat(Wording.of(due.reason(), Language.EN)).contains("evening");
        assertThat(Explanation.of(started, none, Language.EN))
                .isEqualTo(
                        "received Monday 09:00, 1 h target"
                                + " → not known, for the company has no shifts evening that day");
        LimitJudge judge = new LimitJudge(started, none, null);
        assertThat(accepted(judge.standing(at)).state()).isEqualTo(LevelState.IN_TIME);
        assertThat(accepted(judge.standing(at.plusSeconds(1))))
                .isEqualTo(new Standing(LevelState.UNKNOWN, at));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(ServiceClock.SHIFT, Duration.ofHours(1), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(ServiceClock.WORKING, Duration.ofHours(1), "evening"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(ServiceClock.WORKING, Duration.ZERO, null))
                .withMessage("target must be more than zero: PT0S");
    }

    @Test
    void aClockThatNeverCountsIsRefused() {
        DateRange weekend = new DateRange(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 4));
        WorkCalendar none = new WorkCalendar(weekend, Set.of(), Set.of());
        WorkingTime empty =
                WorkingTime.of(
                        new BusinessHours(
                                none, Clocks.SHANGHAI, LocalTime.of(9, 0), LocalTime.of(18, 0)));
        var hours = ServiceHours.of(empty, Map.of("night", empty));
        assertThat(refused(hours))
                .containsExactly(LevelRefusal.HOURS_WITHOUT_TIME, LevelRefusal.HOURS_WITHOUT_TIME);
        assertThat(reasons(hours))
                .extracting(refusal -> refusal.facts().get("field"))
                .containsExactly("office", "shifts.night");
    }

    private static ServiceLevel level(
            String id,
            @Nullable Severity severity,
            @Nullable PlaceKind place,
            @Nullable CustomerClass customer,
            String from) {
        return new ServiceLevel(
                new ServiceLevelId(id),
                new Matter(WorkOrderKind.REPAIR, severity, place, customer),
                ServiceGoal.RESOLUTION,
                Duration.ofHours(4),
                ServiceClock.WORKING,
                null,
                LocalDate.parse(from));
    }

    private static ServiceLevel row(ServiceClock clock, Duration target, @Nullable String shifts) {
        return new ServiceLevel(
                new ServiceLevelId("sl_1"),
                Matter.of(WorkOrderKind.REPAIR),
                ServiceGoal.RESPONSE,
                target,
                clock,
                shifts,
                FIRST);
    }
}
