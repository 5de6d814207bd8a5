package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponsibilityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final PostKey WORKER = new PostKey("MAINTENANCE_WORKER");

    @Test
    void theHolderAnswers() {
        assertThat(say(Company.complete(), Company.ASSISTANT))
                .isEqualTo("HOLDER sf_CS_ASSISTANT (CS_ASSISTANT)");
    }

    @Test
    void forAVacantPostItsSuperiorAnswers() {
        assertThat(say(Company.without(Company.ASSISTANT), Company.ASSISTANT))
                .isEqualTo("SUPERIOR sf_CS_SUPERVISOR (CS_SUPERVISOR)");
    }

    @Test
    void aVacantSuperiorIsPassedOver() {
        Responsibility thin = Company.without(Company.ASSISTANT, Company.SUPERVISOR);
        assertThat(say(thin, Company.ASSISTANT))
                .isEqualTo("SUPERIOR sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void whereTheSuperiorIsOutsideTheLeaderAnswers() {
        assertThat(say(Company.without(WORKER), WORKER))
                .isEqualTo("LEADER sf_PROPERTY_MANAGER (PROPERTY_MANAGER)");
    }

    @Test
    void withoutAnybodyTheLeadersPostStillAnswers() {
        assertThat(say(Company.with(List.of()), Company.ASSISTANT))
                .isEqualTo("LEADER - (PROPERTY_MANAGER)");
    }

    @Test
    void ofSeveralHoldersTheLongestInThePostAnswers() {
        Assignment late = Assignment.openEnded(new StaffId("sf_1"), WORKER, DAY);
        Assignment early = Assignment.openEnded(new StaffId("sf_2"), WORKER, DAY.minusDays(1));
        assertThat(say(Company.with(List.of(late, early)), WORKER))
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
                                        Company.POSTS,
                                        new PostKey("CHAIRMAN"),
                                        new Assignments(List.of())))
                .withMessage("unknown post: CHAIRMAN");
    }

    private static String say(Responsibility responsibility, PostKey post) {
        Responsible responsible = responsibility.on(post, DAY);
        return responsible.way() + " " + responsible;
    }
}
