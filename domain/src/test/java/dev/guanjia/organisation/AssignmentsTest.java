package dev.guanjia.organisation;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

    private static final StaffId LI = new StaffId("sf_1");
    private static final StaffId WANG = new StaffId("sf_2");
    private static final PostKey CASHIER = new PostKey("CASHIER");
    private static final PostKey STEWARD = new PostKey("STEWARD");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final Assignment MARCH = new Assignment(LI, CASHIER, FIRST, Optional.of(LAST));

    @Test
    void aPostIsHeldFromTheFirstDayToTheLastBothIncluded() {
        Assignments held = new Assignments(List.of(MARCH));
        assertThat(held.holders(CASHIER, FIRST.minusDays(1))).isEmpty();
        assertThat(held.holders(CASHIER, FIRST)).containsExactly(LI);
        assertThat(held.holders(CASHIER, LAST)).containsExactly(LI);
        assertThat(held.holders(CASHIER, LAST.plusDays(1))).isEmpty();
    }

    @Test
    void anOpenEndIsHeldUntilFurtherNotice() {
        Assignments held = new Assignments(List.of(Assignment.openEnded(LI, CASHIER, FIRST)));
        assertThat(held.firstHolder(CASHIER, FIRST.plusYears(50))).contains(LI);
    }

    @Test
    void theLongestInThePostComesFirstThenTheSmallerId() {
        Assignment wang = Assignment.openEnded(WANG, CASHIER, FIRST);
        Assignment li = Assignment.openEnded(LI, CASHIER, FIRST);
        Assignment veteran = Assignment.openEnded(new StaffId("sf_9"), CASHIER, FIRST.minusDays(1));
        assertThat(new Assignments(List.of(wang, li, veteran)).holders(CASHIER, FIRST))
                .containsExactly(new StaffId("sf_9"), LI, WANG);
    }

    @Test
    void aPersonMayHoldSeveralPostsInKeyOrder() {
        Assignment steward = Assignment.openEnded(LI, STEWARD, FIRST);
        assertThat(new Assignments(List.of(steward, MARCH)).posts(LI, LAST))
                .containsExactly(CASHIER, STEWARD);
    }

    @Test
    void thePostIsGivenAgainTheDayAfterTheLast() {
        Assignments held = new Assignments(List.of(MARCH));
        Assignment again = Assignment.openEnded(LI, CASHIER, LAST.plusDays(1));
        assertThat(codes(held.assign(again))).isEmpty();
    }

    @Test
    void onTheLastDayItIsNotGivenTwice() {
        Assignments held = new Assignments(List.of(MARCH));
        Assignment again = Assignment.openEnded(LI, CASHIER, LAST);
        assertThat(codes(held.assign(again))).containsExactly("assignment-overlaps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assignments(List.of(again, MARCH)))
                .withMessage("sf_1 holds CASHIER twice from 2026-03-01");
    }

    @Test
    void oneActsInAPostOneHoldsThatDay() {
        Assignments held = new Assignments(List.of(MARCH));
        Actor li = new Actor(LI, CASHIER, "v1");
        assertThat(accepted(held.act(li, LAST))).isEqualTo(li);
        assertThat(codes(held.act(li, LAST.plusDays(1)))).containsExactly("post-not-held");
        assertThat(codes(held.act(new Actor(LI, STEWARD, "v1"), LAST)))
                .containsExactly("post-not-held");
    }

    @Test
    void anAssignmentMayNotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Assignment(LI, CASHIER, LAST, Optional.of(LAST.minusDays(1))));
    }
}
