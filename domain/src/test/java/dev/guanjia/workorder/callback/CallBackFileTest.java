package dev.guanjia.workorder.callback;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBack.Way;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallBackFileTest {

    private static final Instant DONE = Instant.parse("2026-03-06T08:00:00Z");
    private static final WorkOrderKind KIND = WorkOrderKind.CONSULTATION;
    private static final StaffId WORKER = new StaffId("sf_m_li");
    private static final PostKey CS = new PostKey("CS_SUPERVISOR");
    private static final PostKey MAINTENANCE = new PostKey("MAINTENANCE_SUPERVISOR");
    private static final Actor CHEN = actor("sf_c_chen", CS);
    private static final Callers.Company COMPANY =
            new Callers.Company(List::of, CallBackFileTest::departments);
    private static final Callers CS_ONLY = new Callers(List.of(CS), false);

    @Test
    void theCallIsRepeatedUntilTheCustomerIsSatisfied() {
        CallBackFile file = file("wo_1");
        assertThat(file.isSettled()).isFalse();
        file = accepted(file.enter(call(Result.UNANSWERED, 60), DONE));
        assertThat(file.isSettled()).as("nobody answered").isFalse();
        file = accepted(file.enter(call(Result.UNSATISFIED, 120, "NOT_SOLVED"), DONE));
        assertThat(file.isSettled()).isFalse();
        Instant again = DONE.plusSeconds(600);
        assertThat(codes(file.enter(call(Result.SATISFIED, 300), again)))
                .as("before it was done again")
                .containsExactly("callback-time-runs-backwards");
        file = accepted(file.enter(call(Result.SATISFIED, 700, "PROMPT"), again));
        assertThat(file.isSettled()).isTrue();
        assertThat(file.calls()).hasSize(3);
        assertThat(codes(file.enter(call(Result.SATISFIED, 800), again)))
                .containsExactly("callback-already-satisfied");
    }

    @Test
    void whereNoCallIsRequiredABadOneStillCounts() {
        CallBackFile free = free("wo_1");
        assertThat(free.isSettled()).isTrue();
        assertThat(accepted(free.enter(call(Result.UNSATISFIED, 60, "LATE"), DONE)).isSettled())
                .isFalse();
    }

    @Test
    void callsFollowOneAnother() {
        CallBackFile file = accepted(file("wo_1").enter(call(Result.UNANSWERED, 60), DONE));
        assertThat(codes(file.enter(call(Result.SATISFIED, 59), DONE)))
                .containsExactly("callback-time-runs-backwards");
        assertThat(codes(file("wo_1").enter(call(Result.SATISFIED, -1), DONE)))
                .containsExactly("callback-time-runs-backwards");
    }

    @Test
    void whoIsNotSatisfiedSaysWhyInKnownWords() {
        assertThat(codes(file("wo_1").enter(call(Result.UNSATISFIED, 1), DONE)))
                .containsExactly("callback-reason-missing");
        assertThat(codes(file("wo_1").enter(call(Result.SATISFIED, 1, "RUDE"), DONE)))
                .containsExactly("callback-reason-unexpected");
        assertThat(codes(file("wo_1").enter(call(Result.UNANSWERED, 1, "PROMPT"), DONE)))
                .containsExactly("callback-reason-unexpected");
        Decision<CallBackFile> unknown =
                file("wo_1").enter(call(Result.UNSATISFIED, 1, "UGLY"), DONE);
        assertThat(codes(unknown)).containsExactly("callback-reason-unknown");
        assertThat(words(unknown, Language.EN))
                .isEqualTo("There is no reason UGLY (call about wo_1).");
        assertThat(words(unknown, Language.ZH_CN)).isEqualTo("没有原因UGLY（对wo_1的回访）。");
        assertThat(CallBackReason.load())
                .hasSize(13)
                .allMatch(row -> row.result() != Result.UNANSWERED);
    }

    @Test
    void nobodyCallsBackAboutTheirOwnWork() {
        assertThat(codes(CS_ONLY.check(CHEN, List.of(WORKER), COMPANY))).isEmpty();
        assertThat(codes(CS_ONLY.check(CHEN, List.of(WORKER, CHEN.staff()), COMPANY)))
                .containsExactly("callback-caller-did-it", "callback-caller-of-department");
        Callers supervisor = new Callers(List.of(MAINTENANCE), true);
        assertThat(codes(supervisor.check(actor("sf_m_li", MAINTENANCE), List.of(WORKER), COMPANY)))
                .as("not even where the source lets the department call")
                .containsExactly("callback-caller-did-it");
    }

    @Test
    void theDoingDepartmentCallsBackOnlyWhereTheRowSaysSo() {
        Actor supervisor = actor("sf_m_wu", MAINTENANCE);
        Callers strict = new Callers(List.of(CS, MAINTENANCE), false);
        Callers asInTheSource = new Callers(List.of(MAINTENANCE), true);
        assertThat(codes(strict.check(supervisor, List.of(WORKER), COMPANY)))
                .containsExactly("callback-caller-of-department");
        assertThat(codes(asInTheSource.check(supervisor, List.of(WORKER), COMPANY))).isEmpty();
        assertThat(codes(asInTheSource.check(CHEN, List.of(WORKER), COMPANY)))
                .containsExactly("callback-caller-not-entitled");
    }

    @Test
    void anUnknownDepartmentIsNotAnotherDepartment() {
        assertThat(codes(CS_ONLY.check(actor("sf_new", CS), List.of(WORKER), COMPANY)))
                .containsExactly("callback-department-unknown");
        assertThat(codes(CS_ONLY.check(CHEN, List.of(new StaffId("sf_new")), COMPANY)))
                .containsExactly("callback-department-unknown");
    }

    @Test
    void ratesCountWhoAnsweredAndUnknownIsNotZero() {
        CallBackFile open = file("wo_1");
        CallBackFile unanswered = accepted(open.enter(call(Result.UNANSWERED, 1), DONE));
        CallBackFile good = accepted(file("wo_2").enter(call(Result.SATISFIED, 1), DONE));
        CallBackFile bad = accepted(file("wo_3").enter(call(Result.UNSATISFIED, 1, "LATE"), DONE));
        CallBackFile mended = accepted(bad.enter(call(Result.SATISFIED, 9), DONE));
        CallBackFile free = free("wo_4");
        List<CallBackFile> files = List.of(unanswered, good, mended, free);
        assertThat(CallBackRate.calledBack(files).rate()).contains(Rational.of(2, 3));
        assertThat(CallBackRate.calledBack(files).whole())
                .containsExactly(unanswered, good, mended);
        assertThat(CallBackRate.satisfied(files).rate()).contains(Rational.ONE);
        assertThat(CallBackRate.satisfied(List.of(good, bad)).rate()).contains(Rational.of(1, 2));
        assertThat(CallBackRate.satisfiedAtOnce(files).rate()).contains(Rational.of(1, 2));
        assertThat(CallBackRate.satisfiedAtOnce(files).part()).containsExactly(good);
        assertThat(CallBackRate.calledBack(List.of(free)).rate()).isEmpty();
        assertThat(CallBackRate.satisfied(List.of(unanswered)).rate()).isEmpty();
        assertThat(CallBackRate.calledBack(List.of(unanswered)).rate()).contains(Rational.ZERO);
    }

    @Test
    void aRatingIsTheWordOfTheCustomerUnasked() {
        CallBackFile free = free("wo_1");
        CallBackFile good =
                accepted(free.rate(rating(Result.SATISFIED, 5), KIND, DONE, List.of(WORKER)));
        assertThat(good.isSettled()).isTrue();
        assertThat(good.isRated(DONE)).isTrue();
        assertThat(good.isRated(DONE.plusSeconds(6))).as("redone since").isFalse();
        CallBackFile bad =
                accepted(
                        good.rate(
                                rating(Result.UNSATISFIED, 9, "MESS"),
                                KIND,
                                DONE,
                                List.of(WORKER)));
        assertThat(bad.isSettled()).as("who rates badly is called back").isFalse();
        CallBackFile called = accepted(bad.enter(call(Result.SATISFIED, 20), DONE));
        assertThat(called.isSettled()).isTrue();
        assertThat(called.words())
                .containsExactly(Result.SATISFIED, Result.UNSATISFIED, Result.SATISFIED);
        assertThat(file("wo_2").rate(rating(Result.SATISFIED, 5), KIND, DONE, List.of()))
                .as("what is to be called back is not settled by a rating")
                .satisfies(rated -> assertThat(accepted(rated).isSettled()).isFalse());
        assertThat(CallBackRate.calledBack(List.of(good)).whole()).isEmpty();
        assertThat(CallBackRate.satisfied(List.of(good, bad)).rate()).contains(Rational.of(1, 2));
        assertThat(CallBackRate.satisfiedAtOnce(List.of(bad)).rate()).contains(Rational.ONE);
    }

    @Test
    void aRatingIsOfWhatIsDoneAndNotEnteredByWhoDidIt() {
        CallBackFile free = free("wo_1");
        assertThat(codes(free.rate(rating(Result.SATISFIED, 5), KIND, null, List.of())))
                .containsExactly("callback-not-done");
        assertThat(
                        codes(
                                free.rate(
                                        rating(Result.UNSATISFIED, -1),
                                        KIND,
                                        DONE,
                                        List.of(CHEN.staff()))))
                .containsExactly(
                        "callback-time-runs-backwards",
                        "callback-rated-by-worker",
                        "callback-reason-missing");
        assertThatIllegalArgumentException().isThrownBy(() -> rating(Result.UNANSWERED, 1));
    }

    /** What a bad rating asks for, a call, the life of the kind has to know. */
    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void onlyWhatCanBeCalledBackAboutIsRated(WorkOrderKind kind) {
        CallBackFile free = free("wo_1");
        for (Result result : List.of(Result.SATISFIED, Result.UNSATISFIED)) {
            String[] why = result == Result.SATISFIED ? new String[0] : new String[] {"LATE"};
            assertThat(codes(free.rate(rating(result, 5, why), kind, DONE, List.of(WORKER))))
                    .isEqualTo(
                            Lifecycle.of(kind).isFromCustomer()
                                    ? List.of()
                                    : List.of("callback-not-rated"));
        }
    }

    private static Rating rating(Result result, int seconds, String... reasons) {
        return new Rating(CHEN, DONE.plusSeconds(seconds), result, Arrays.asList(reasons));
    }

    @Test
    void whatContradictsItselfCannotExist() {
        CallBack good = call(Result.SATISFIED, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CallBackFile(new WorkOrderId("wo_1"), true, List.of(good, good)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Callers(List.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallBackRate(List.of(file("wo_1")), List.of()));
    }

    private static CallBackFile free(String order) {
        return new CallBackFile(new WorkOrderId(order), false, List.of());
    }

    private static CallBackFile file(String order) {
        return new CallBackFile(new WorkOrderId(order), true, List.of());
    }

    private static CallBack call(Result result, int seconds, String... reasons) {
        return new CallBack(
                Way.PHONE, CHEN, DONE.plusSeconds(seconds), result, Arrays.asList(reasons));
    }

    private static Actor actor(String staff, PostKey post) {
        return new Actor(new StaffId(staff), post, "v1");
    }

    private static Set<DepartmentKey> departments(StaffId staff) {
        return switch (staff.value().substring(0, 5)) {
            case "sf_m_" -> Set.of(new DepartmentKey("DEPT_ENGINEERING"));
            case "sf_c_" -> Set.of(new DepartmentKey("DEPT_CS"));
            default -> Set.of();
        };
    }

    private static String words(Decision<?> decision, Language language) {
        return decision.fold(value -> "", reasons -> Wording.of(reasons.get(0), language));
    }
}
