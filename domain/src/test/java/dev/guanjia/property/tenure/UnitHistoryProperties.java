package dev.guanjia.property.tenure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A history that grows in any order answers for every day. */
class UnitHistoryProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Unit UNIT =
            new Unit(
                    new UnitId("un_1"),
                    new BuildingId("bd_1"),
                    "101",
                    UnitUse.RESIDENTIAL,
                    Rational.of(80, 1),
                    new OwnerId("ow_0"));

    @Property(tries = 300)
    void stretchesSayOfEveryDayWhatWasTrueOfIt(
            @ForAll @Size(max = 12) List<@IntRange(max = 399) Integer> changes,
            @ForAll @IntRange(min = -10, max = 110) int from,
            @ForAll @IntRange(max = 60) int length) {
        UnitHistory history = grown(changes);
        DateRange days = new DateRange(START.plusDays(from), START.plusDays(from + length));
        List<Stretch<UnitStanding>> stretches = history.stretches(days);
        LocalDate next = days.start().isBefore(START) ? START : days.start();
        for (Stretch<UnitStanding> stretch : stretches) {
            assertThat(stretch.days().start()).isEqualTo(next);
            stretch.days()
                    .start()
                    .datesUntil(stretch.days().end())
                    .forEach(day -> assertThat(history.asOf(day)).hasValue(stretch.value()));
            next = stretch.days().end();
        }
        assertThat(next).isEqualTo(days.end().isBefore(next) ? next : days.end());
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).value()).isNotEqualTo(stretches.get(i - 1).value());
        }
    }

    @Property(tries = 300)
    void theOrderInWhichChangesAreRecordedDoesNotMatter(
            @ForAll @Size(max = 12) List<@IntRange(max = 399) Integer> changes,
            @ForAll Random random) {
        List<Integer> once = changes.stream().distinct().toList();
        List<Integer> shuffled = new ArrayList<>(once);
        Collections.shuffle(shuffled, random);
        assertThat(grown(shuffled)).isEqualTo(grown(once));
    }

    @Property(tries = 300)
    void aChangeTouchesOnlyTheDaysUpToTheNextOfItsFact(
            @ForAll @Size(max = 12) List<@IntRange(max = 399) Integer> changes,
            @ForAll @IntRange(max = 99) int late) {
        UnitHistory before = grown(changes);
        LocalDate from = START.plusDays(late);
        UnitHistory after =
                before.withOwner(new OwnerId("late"), from).fold(yes -> yes, why -> before);
        LocalDate until =
                before.owner().starts().stream()
                        .filter(day -> day.isAfter(from))
                        .findFirst()
                        .orElse(LocalDate.MAX);
        START.datesUntil(START.plusDays(110))
                .filter(day -> day.isBefore(from) || !day.isBefore(until))
                .forEach(day -> assertThat(after.asOf(day)).isEqualTo(before.asOf(day)));
        assertThat(after == before || after.owner().on(from).get().value().equals("late")).isTrue();
    }

    /** The number says which fact changes, when and to what: at most one value a day. */
    private static UnitHistory grown(List<Integer> changes) {
        UnitHistory history = UnitHistory.since(UNIT, Vacancy.VACANT, START);
        for (int change : changes) {
            UnitHistory standing = history;
            history = changed(history, change / 100, change % 100).fold(h -> h, why -> standing);
        }
        return history;
    }

    private static Decision<UnitHistory> changed(UnitHistory history, int fact, int offset) {
        LocalDate day = START.plusDays(offset);
        return switch (fact) {
            case 0 -> history.withArea(Rational.of(80 + offset % 3, 1), day);
            case 1 -> history.withUse(UnitUse.values()[offset % 4], day);
            case 2 -> history.withOwner(new OwnerId("ow_" + offset % 3), day);
            default -> history.withVacancy(Vacancy.values()[offset % 2], day);
        };
    }
}
