package dev.guanjia.organisation.company;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.company.Charts.OPENED;
import static dev.guanjia.organisation.company.Charts.place;
import static dev.guanjia.organisation.company.Charts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who answers for posts that move, go and come. */
class ChangingLinesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    /** The manager over the supervisor over a desk, which closes on the first of March. */
    private static final Organisation CLOSED =
            retired(
                    accepted(
                            Charts.company("SINGLE_COMMUNITY")
                                    .addPost(place("DESK", "CS_SUPERVISOR"), OPENED)),
                    "DESK",
                    MARCH);

    @Test
    void forAPostThatIsGoneTheSuperiorOfItsLastDayAnswers() {
        Responsibility all = held(CLOSED, "DESK", "CS_SUPERVISOR", "PROPERTY_MANAGER");
        assertThat(say(all, "DESK", MARCH.minusDays(1))).isEqualTo("HOLDER sf_DESK (DESK)");
        assertThat(say(all, "DESK", MARCH)).isEqualTo("SUPERIOR sf_CS_SUPERVISOR (CS_SUPERVISOR)");
        assertThat(say(held(CLOSED, "PROPERTY_MANAGER"), "DESK", MARCH))
                .isEqualTo("SUPERIOR sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void theSuperiorThatIsGoneTooHandsItOnUpwards() {
        Organisation opened =
                accepted(
                        Charts.company("SINGLE_COMMUNITY")
                                .addPost(place("CENTRE", "CS_SUPERVISOR"), OPENED));
        Organisation both = accepted(opened.addPost(place("DESK", "CENTRE"), OPENED));
        Organisation moved =
                accepted(
                        retired(both, "DESK", MARCH)
                                .movePost(
                                        post("CENTRE"),
                                        post("PROPERTY_MANAGER"),
                                        Optional.empty(),
                                        MARCH.plusDays(9)));
        Responsibility all = held(retired(moved, "CENTRE", MAY), "PROPERTY_MANAGER");
        assertThat(all.superiors(post("DESK"), MARCH))
                .containsExactly(post("CENTRE"), post("CS_SUPERVISOR"), post("PROPERTY_MANAGER"));
        assertThat(all.superiors(post("DESK"), MAY)).containsExactly(post("PROPERTY_MANAGER"));
        assertThat(say(all, "DESK", MAY))
                .isEqualTo("SUPERIOR sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void aLineThatMovesIsThatOfTheDayAskedAbout() {
        Organisation moved =
                accepted(
                        Charts.company("SINGLE_COMMUNITY")
                                .movePost(
                                        post("CS_ASSISTANT"),
                                        post("CASHIER"),
                                        Optional.empty(),
                                        MARCH));
        Responsibility all = held(moved, "CASHIER", "CS_SUPERVISOR");
        assertThat(say(all, "CS_ASSISTANT", MARCH.minusDays(1)))
                .isEqualTo("SUPERIOR sf_CS_SUPERVISOR (CS_SUPERVISOR)");
        assertThat(say(all, "CS_ASSISTANT", MARCH)).isEqualTo("SUPERIOR sf_CASHIER (CASHIER)");
    }

    @Test
    void forAPostYetToComeTheSuperiorOfItsFirstDayAnswers() {
        Organisation grown =
                accepted(
                        Charts.company("SINGLE_COMMUNITY")
                                .addPost(place("DESK", "CASHIER"), MARCH));
        assertThat(say(held(grown, "CASHIER"), "DESK", MARCH.minusDays(1)))
                .isEqualTo("SUPERIOR sf_CASHIER (CASHIER)");
    }

    @Test
    void aPostOfTwoTimesIsAnsweredForByTheSuperiorOfTheEarlier() {
        Organisation again = accepted(CLOSED.addPost(place("DESK", "CASHIER"), MAY));
        Responsibility all = held(again, "CASHIER", "CS_SUPERVISOR");
        assertThat(say(all, "DESK", MAY.minusDays(1)))
                .isEqualTo("SUPERIOR sf_CS_SUPERVISOR (CS_SUPERVISOR)");
        assertThat(say(all, "DESK", MAY)).isEqualTo("SUPERIOR sf_CASHIER (CASHIER)");
    }

    @Test
    void whereTheLineLedOutsideOrThereNeverWasAPostTheLeaderAnswers() {
        Organisation without =
                retired(Charts.company("SINGLE_COMMUNITY"), "MAINTENANCE_WORKER", MARCH);
        Responsibility all = held(without, "PROPERTY_MANAGER");
        assertThat(say(all, "MAINTENANCE_WORKER", MARCH))
                .isEqualTo("LEADER sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
        assertThat(say(all, "ASTRONAUT", MARCH))
                .isEqualTo("LEADER sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void nobodyIsAskedForBeforeTheCompanyBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held(CLOSED).on(post("CASHIER"), OPENED.minusDays(1)))
                .withMessage("the company had not begun by 2025-12-31");
    }

    private static Organisation retired(Organisation company, String key, LocalDate day) {
        return accepted(company.retirePost(post(key), day));
    }

    private static Responsibility held(Organisation company, String... keys) {
        List<Assignment> rows =
                Arrays.stream(keys)
                        .map(Charts::post)
                        .map(key -> Assignment.openEnded(new StaffId("sf_" + key), key, OPENED))
                        .toList();
        PostKey leader = company.model().template().leader();
        return new Responsibility(company.posts(), leader, new Assignments(rows), List.of());
    }

    private static String say(Responsibility all, String key, LocalDate day) {
        return all.on(post(key), day).way() + " " + all.on(post(key), day);
    }
}
