package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Two patrols of every area per shift (requirements 02 D-003-OML-04). */
class ShiftCountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Shift NIGHT =
            RhythmsTest.shifts().get(new PostKey("MAINTENANCE_WORKER")).get(1);
    private static final Instant BEGINS = Instant.parse("2026-03-02T14:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-02T22:00:00Z");
    private static final DutyOccurrence PATROL = patrol();

    @Test
    void twoRoundsOfEveryAreaMeetIt() {
        List<ShiftCount.Round> rounds =
                List.of(
                        round("garage", BEGINS),
                        round("garage", ENDS.minusNanos(1)),
                        round("gate", BEGINS.plusSeconds(60)),
                        round("gate", BEGINS.plusSeconds(7200)));
        ShiftCount count = ShiftCount.of(PATROL, NIGHT, Set.of("gate", "garage"), rounds);
        assertThat(count.isMet()).isTrue();
        assertThat(count.counts()).isEqualTo(Map.of("gate", 2, "garage", 2));
    }

    @Test
    void roundsOutsideTheShiftDoNotCountAndWhatIsMissingIsSaid() {
        List<ShiftCount.Round> rounds =
                List.of(
                        round("garage", BEGINS.minusNanos(1)),
                        round("garage", ENDS),
                        round("gate", BEGINS));
        ShiftCount count = ShiftCount.of(PATROL, NIGHT, Set.of("gate", "garage", "roof"), rounds);
        assertThat(count.isMet()).isFalse();
        assertThat(count.required()).isEqualTo(2);
        assertThat(count.missing()).isEqualTo(Map.of("garage", 2, "gate", 1, "roof", 2));
    }

    @Property
    void itIsShortByWhatIsMissingInEveryArea(
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> visits) {
        List<ShiftCount.Round> rounds = new ArrayList<>();
        int[] counts = new int[4];
        for (int area : visits) {
            rounds.add(round("area-" + area, BEGINS.plusSeconds(rounds.size())));
            counts[area]++;
        }
        Set<String> areas = Set.of("area-0", "area-1", "area-2", "area-3");
        ShiftCount count = ShiftCount.of(PATROL, NIGHT, areas, rounds);
        boolean met = true;
        for (int area = 0; area < counts.length; area++) {
            int missing = Math.max(0, 2 - counts[area]);
            met &= missing == 0;
            assertThat(count.missing().getOrDefault("area-" + area, 0)).isEqualTo(missing);
        }
        assertThat(count.isMet()).isEqualTo(met);
    }

    @Test
    void withoutAreasOrInAnotherShiftNothingCanBeCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftCount.of(PATROL, NIGHT, Set.of(), List.of()));
        Shift day = RhythmsTest.shifts().get(new PostKey("CASHIER")).get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftCount.of(PATROL, day, Set.of("gate"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ShiftCount.of(
                                        PATROL,
                                        NIGHT,
                                        Set.of("gate"),
                                        List.of(round("moon", BEGINS))))
                .withMessage("unknown area: moon");
    }

    private static ShiftCount.Round round(String area, Instant at) {
        return new ShiftCount.Round(area, at);
    }

    private static DutyOccurrence patrol() {
        String header = "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";
        String row = "D-1,巡逻,Patrol,MAINTENANCE_WORKER,shift,at-least-2-per-area,,,2026-01,x";
        Table table = Table.parse("own.csv", header + "\n" + row, List.of(header.split(",")));
        CompanyDuties duties = DutyCatalogue.of(table, PostKey::new).heldBy(Company.RESOLUTION);
        Rhythms rhythms =
                new Rhythms(
                        Rhythms.NONE.biweekly(), List.of(), RhythmsTest.shifts(), Optional.empty());
        DutyTimes times = DutyTimes.plain(Company.SHANGHAI).with(rhythms);
        return new DutyCalendar(duties, Company.complete(), times)
                .stream(DateRange.ofClosed(MONDAY, MONDAY))
                        .filter(found -> found.key().part().equals("night"))
                        .findFirst()
                        .orElseThrow();
    }
}
