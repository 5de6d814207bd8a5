package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponsibilityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final PostKey WORKER = new PostKey("MAINTENANCE_WORKER");

    @Test
    void theHolderAnswers() {
        assertThat(say(Staffed.complete(), Staffed.ASSISTANT))
                .isEqualTo("HOLDER sf_CS_ASSISTANT (CS_ASSISTANT)");
    }

    @Test
    void forAVacantPostItsSuperiorAnswers() {
        assertThat(say(Staffed.without(Staffed.ASSISTANT), Staffed.ASSISTANT))
                .isEqualTo("SUPERIOR sf_CS_SUPERVISOR (CS_SUPERVISOR)");
    }

    @Test
    void aVacantSuperiorIsPassedOver() {
        Responsibility thin = Staffed.without(Staffed.ASSISTANT, Staffed.SUPERVISOR);
        assertThat(say(thin, Staffed.ASSISTANT))
                .isEqualTo("SUPERIOR sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void whereTheSuperiorIsOutsideTheLeaderAnswers() {
        assertThat(say(Staffed.without(WORKER), WORKER))
                .isEqualTo("LEADER sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void withoutAnybodyTheLeadersPostStillAnswers() {
        assertThat(say(Staffed.with(List.of()), Staffed.ASSISTANT))
                .isEqualTo("LEADER - (PROPERTY_MANAGER)");
    }

    @Test
    void ofSeveralHoldersTheLongestInThePostAnswers() {
        Assignment late = Assignment.openEnded(new StaffId("sf_1"), WORKER, DAY);
        Assignment early = Assignment.openEnded(new StaffId("sf_2"), WORKER, DAY.minusDays(1));
        assertThat(say(Staffed.with(List.of(late, early)), WORKER))
                .isEqualTo("HOLDER sf_2 (MAINTENANCE_WORKER)");
    }

    @Test
    void onlyTheLastResortMayBeWithoutAPerson() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Responsible(WORKER, Optional.empty(), Responsible.Way.SUPERIOR));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Responsibility(
                                        Staffed.POSTS,
                                        new PostKey("CHAIRMAN"),
                                        new Assignments(List.of())))
                .withMessage("unknown post: CHAIRMAN");
    }

    private static String say(Responsibility responsibility, PostKey post) {
        Responsible responsible = responsibility.on(post, DAY);
        return responsible.way() + " " + responsible;
    }
}
