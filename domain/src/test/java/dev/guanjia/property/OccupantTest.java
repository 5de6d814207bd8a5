package dev.guanjia.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccupantTest {

    private static final OccupantId ID = new OccupantId("oc_1");

    @Test
    void anOccupantHasANameAndNoBlankMobile() {
        assertThat(new Occupant(ID, "李娜", null, Stay.UNKNOWN).mobile()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Occupant(ID, " ", null, Stay.UNKNOWN))
                .withMessage("occupant name is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Occupant(ID, "李娜", "", Stay.UNKNOWN))
                .withMessage("occupant mobile is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OccupantId("租户"))
                .withMessageStartingWith("occupant id must be");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-07-01, 2023-12-31, false",
        "2024-01-01, 2024-07-01, 2024-01-01, true",
        "2024-01-01, 2024-07-01, 2024-06-30, true",
        "2024-01-01, 2024-07-01, 2024-07-01, false",
        "2024-01-01, , 2999-12-31, true",
        "2024-01-01, , 2023-12-31, false",
        ", 2024-07-01, 1900-01-01, true",
        ", 2024-07-01, 2024-07-01, false",
        ", , 1900-01-01, true",
        "2024-01-01, 2024-01-01, 2024-01-01, false"
    })
    void aStayHasItsFirstDayAndNotTheDayAfterItsLast(
            @Nullable LocalDate from, @Nullable LocalDate until, LocalDate day, boolean there) {
        assertThat(new Stay(from, until).isOn(day)).isEqualTo(there);
    }

    @Test
    void noStayEndsBeforeItStarts() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stay(day, day.minusDays(1)))
                .withMessage("stay ends before it starts: 2024-01-01 to 2023-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, , 2024-07-01",
        "2024-01-01, 2024-12-31, 2024-07-01",
        "2024-01-01, 2024-12-31, 2024-12-30",
        "2024-01-01, , 2024-01-01",
        ", , 1990-07-01",
        ", 2024-12-31, 2024-07-01"
    })
    void whoMovesOutStaysUntilThenAlsoEarlierThanAgreed(
            @Nullable LocalDate from, @Nullable LocalDate agreed, LocalDate until) {
        Occupant tenant = new Occupant(ID, "陈晨", "13900022201", new Stay(from, agreed));
        assertThat(tenant.moveOut(until))
                .isEqualTo(
                        Decision.accept(
                                new Occupant(ID, "陈晨", "13900022201", new Stay(from, until))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01 | | 2023-12-31 | Occupant oc_1 lives there from 2024-01-01 on and"
                        + " cannot have moved out by 2023-12-31.",
                "2024-01-01 | 2024-07-01 | 2024-07-01 | Occupant oc_1 does not live there any more"
                        + " from 2024-07-01 on; the stay cannot be given 2024-07-01 as its end.",
                "| 2024-07-01 | 2024-07-02 | Occupant oc_1 does not live there any more"
                        + " from 2024-07-01 on; the stay cannot be given 2024-07-02 as its end."
            })
    void aStayEndsNoEarlierThanItStartsAndIsNotMadeLonger(
            @Nullable LocalDate from,
            @Nullable LocalDate agreed,
            LocalDate until,
            String sentence) {
        Occupant tenant = new Occupant(ID, "陈晨", null, new Stay(from, agreed));
        assertThat(refusals(tenant.moveOut(until))).containsExactly(sentence);
    }

    private static List<String> refusals(Decision<Occupant> decision) {
        return decision.fold(
                moved -> List.of(moved.toString()),
                why -> why.stream().map(no -> Wording.of(no, Language.EN)).toList());
    }
}
