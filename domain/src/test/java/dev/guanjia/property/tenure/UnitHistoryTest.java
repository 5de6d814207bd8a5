package dev.guanjia.property.tenure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitHistoryTest {

    private static final OwnerId WANG = new OwnerId("ow_1");
    private static final OwnerId LI = new OwnerId("ow_2");
    private static final Unit UNIT =
            new Unit(
                    new UnitId("un_1"),
                    new BuildingId("bd_1"),
                    "2-1201",
                    UnitUse.RESIDENTIAL,
                    Rational.parse("98.75"),
                    WANG);
    private static final UnitHistory OPENED =
            UnitHistory.since(UNIT, Vacancy.VACANT, day("2026-01-01"));
    private static final UnitHistory LIVED =
            accepted(
                    accepted(
                                    accepted(
                                                    OPENED.withVacancy(
                                                            Vacancy.OCCUPIED, day("2026-02-10")))
                                            .withOwner(LI, day("2026-03-16")))
                            .withArea(Rational.parse("99"), day("2026-03-20")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-01, 98.75 ow_1 VACANT",
        "2026-02-09, 98.75 ow_1 VACANT",
        "2026-02-10, 98.75 ow_1 OCCUPIED",
        "2026-03-15, 98.75 ow_1 OCCUPIED",
        "2026-03-16, 98.75 ow_2 OCCUPIED",
        "2026-03-20, 99 ow_2 OCCUPIED",
        "2099-12-31, 99 ow_2 OCCUPIED",
    })
    void whatWasTrueOfAUnitOnADay(LocalDate day, String expected) {
        assertThat(text(LIVED.asOf(day).orElseThrow())).isEqualTo(expected);
    }

    @Test
    void beforeItsFileWasOpenedNothingIsKnown() {
        assertThat(LIVED.asOf(day("2025-12-31"))).isEmpty();
        assertThat(LIVED.stretches(DateRange.of(YearMonth.of(2025, 12)))).isEmpty();
    }

    @Test
    void aMonthIsCutWhereAnythingChanges() {
        assertThat(texts(LIVED, DateRange.of(YearMonth.of(2026, 3))))
                .containsExactly(
                        "2026-03-01 to 2026-03-15: 98.75 ow_1 OCCUPIED",
                        "2026-03-16 to 2026-03-19: 98.75 ow_2 OCCUPIED",
                        "2026-03-20 to 2026-03-31: 99 ow_2 OCCUPIED");
        assertThat(texts(LIVED, DateRange.of(YearMonth.of(2026, 4))))
                .containsExactly("2026-04-01 to 2026-04-30: 99 ow_2 OCCUPIED");
    }

    @Test
    void aChangeRecordedLateKeepsTheLaterOne() {
        UnitHistory late = accepted(LIVED.withOwner(new OwnerId("ow_3"), day("2026-03-01")));
        assertThat(late.owner().on(day("2026-03-15"))).hasValue(new OwnerId("ow_3"));
        assertThat(late.owner().on(day("2026-03-16"))).hasValue(LI);
        assertThat(late.owner().on(day("2026-02-28"))).hasValue(WANG);
    }

    @Test
    void aUseMayChange() {
        UnitHistory shop = accepted(OPENED.withUse(UnitUse.STORAGE, day("2026-05-01")));
        assertThat(shop.asOf(day("2026-04-30")).orElseThrow().use()).isEqualTo(UNIT.use());
        assertThat(shop.asOf(day("2026-05-01")).orElseThrow().use()).isEqualTo(UnitUse.STORAGE);
    }

    @Test
    void whatIsRecordedTwiceStandsOnce() {
        assertThat(accepted(LIVED.withOwner(LI, day("2026-03-16")))).isEqualTo(LIVED);
    }

    @Test
    void twoValuesForOneDayAreRefusedNamingBoth() {
        assertThat(said(LIVED.withOwner(WANG, day("2026-03-16"))))
                .isEqualTo(
                        "Unit un_1 already has OWNER ow_2 from 2026-03-16, so ow_1 from 2026-03-16"
                                + " cannot stand beside it.");
        assertThat(said(LIVED.withArea(Rational.parse("1.5"), day("2026-03-20"))))
                .contains("AREA 99 from 2026-03-20", "1.5 from 2026-03-20");
    }

    @Test
    void whatWasRecordedWronglyIsRightFromTheSameDayOn() {
        UnitHistory right =
                accepted(LIVED.correctingArea(Rational.parse("98.9"), day("2026-03-20")));
        assertThat(text(right.asOf(day("2026-03-20")).orElseThrow()))
                .isEqualTo("98.9 ow_2 OCCUPIED");
        assertThat(right.area().starts()).isEqualTo(LIVED.area().starts());
        UnitHistory neverSold = accepted(LIVED.correctingOwner(WANG, day("2026-03-16")));
        assertThat(neverSold.stretches(DateRange.of(YearMonth.of(2026, 3)))).hasSize(2);
        assertThat(accepted(LIVED.correctingVacancy(Vacancy.OCCUPIED, day("2026-01-01"))))
                .isNotEqualTo(LIVED);
        assertThat(accepted(LIVED.correctingUse(UnitUse.RESIDENTIAL, day("2026-01-01"))))
                .isEqualTo(LIVED);
    }

    @Test
    void aDayForWhichNothingWasRecordedCannotBeCorrected() {
        assertThat(said(LIVED.correctingOwner(WANG, day("2026-03-17"))))
                .isEqualTo(
                        "Unit un_1 has no OWNER that was recorded for that day, so ow_1 from"
                                + " 2026-03-17 corrects nothing; there is one for [2026-01-01,"
                                + " 2026-03-16].");
        assertThat(said(LIVED.correctingUse(UnitUse.SHOP, day("2025-12-31"))))
                .contains("SHOP from 2025-12-31", "[2026-01-01]");
    }

    @Test
    void aChangeBeforeTheFileWasOpenedIsRefusedNamingBoth() {
        assertThat(said(LIVED.withVacancy(Vacancy.OCCUPIED, day("2025-12-31"))))
                .isEqualTo(
                        "Unit un_1 is on file with VACANCY VACANT from 2026-01-01; OCCUPIED from"
                                + " 2025-12-31 is earlier than that.");
        assertThat(said(LIVED.withUse(UnitUse.SHOP, day("2025-06-01"))))
                .contains("USE RESIDENTIAL from 2026-01-01", "SHOP from 2025-06-01");
    }

    @Test
    void anAreaThatNoUnitCanHaveIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPENED.withArea(Rational.ZERO, day("2026-05-01")))
                .withMessageStartingWith("area must be above 0");
    }

    @Test
    void theFactsOfAHistoryStartTogether() {
        Timeline<OwnerId> later = Timeline.since(WANG, day("2026-01-02"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new UnitHistory(
                                        UNIT.id(),
                                        OPENED.area(),
                                        OPENED.use(),
                                        later,
                                        OPENED.vacancy()))
                .withMessage("facts start on different days: un_1");
    }

    @Test
    void aTimelineHasAValueAndNoTwoForOneDay() {
        Dated<String> one = new Dated<>("a", day("2026-01-01"));
        Dated<String> two = new Dated<>("b", day("2026-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline<>(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline<>(List.of(one, two)))
                .withMessage("two values for one day: a from 2026-01-01, b from 2026-01-01");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<String> texts(UnitHistory history, DateRange days) {
        return history.stretches(days).stream()
                .map(stretch -> stretch.days() + ": " + text(stretch.value()))
                .toList();
    }

    private static String text(UnitStanding is) {
        return is.area().decimalText() + " " + is.owner() + " " + is.vacancy();
    }

    private static UnitHistory accepted(Decision<UnitHistory> decision) {
        return decision.fold(
                history -> history,
                why -> {
                    throw new AssertionError(why);
                });
    }

    private static String said(Decision<UnitHistory> decision) {
        return decision.fold(Object::toString, why -> Wording.of(why.get(0), Language.EN));
    }
}
