package dev.guanjia.organisation.authority;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.organisation.authority.Office.ACCOUNTANT;
import static dev.guanjia.organisation.authority.Office.CASHIER;
import static dev.guanjia.organisation.authority.Office.DAY;
import static dev.guanjia.organisation.authority.Office.MANAGER;
import static dev.guanjia.organisation.authority.Office.STEWARD;
import static dev.guanjia.organisation.authority.Office.STEWARD2;
import static dev.guanjia.organisation.authority.Office.SUPERVISOR;
import static dev.guanjia.organisation.authority.Office.approvals;
import static dev.guanjia.organisation.authority.Office.delegation;
import static dev.guanjia.organisation.authority.Office.limit;
import static dev.guanjia.organisation.authority.Office.opened;
import static dev.guanjia.organisation.authority.Office.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegationTest {

    private static final Actor AS_MANAGER = new Actor(SUPERVISOR.staff(), MANAGER.post(), "v1");

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2024-03-14, post-not-held delegation-not-live",
        "2024-03-15, ''",
        "2024-03-21, ''",
        "2024-03-22, post-not-held delegation-not-live"
    })
    void aDelegateDecidesFromTheFirstDayToTheLast(LocalDate day, String why) {
        Approvals office = delegated(delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", ""));
        Answer answer = office.ask(waiver(office, "10.00", STEWARD), AS_MANAGER, day);
        assertThat(keys(answer)).isEqualTo(why);
    }

    @Test
    void aDecisionByADelegateNamesTheDelegation() {
        Delegation row = delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", "");
        Approvals office = delegated(row);
        ApprovalCase signed =
                accepted(office.decide(waiver(office, "10.00", STEWARD), Office.grant(AS_MANAGER)));
        assertThat(signed.decisions().get(0).grounds().delegation()).contains(row);
        assertThat(signed.decisions().get(0).grounds().actor()).isEqualTo(AS_MANAGER);
    }

    @Test
    void aDelegateDecidesNoOtherKindAndNoLargerAmount() {
        Approvals office = delegated(delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", "100.00"));
        assertThat(keys(office.ask(waiver(office, "100.00", STEWARD), AS_MANAGER, DAY))).isEmpty();
        Answer over = office.ask(waiver(office, "100.01", STEWARD), AS_MANAGER, DAY);
        assertThat(over.outcome()).isEqualTo(Answer.Outcome.NEEDS_MORE);
        assertThat(keys(over)).isEqualTo("delegation-over-limit");
        ApprovalCase refund = opened(office, request("REFUND", "5.00", STEWARD));
        assertThat(keys(office.ask(refund, AS_MANAGER, DAY))).isEqualTo("post-not-held");
    }

    @Test
    void theRequesterDoesNotDecideThroughADelegate() {
        Approvals office = delegated(delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", ""));
        Answer answer = office.ask(waiver(office, "10.00", MANAGER), AS_MANAGER, DAY);
        assertThat(keys(answer)).isEqualTo("self-approval nobody-left");
    }

    @Test
    void theDesigneeOfTheManagerSupervisesWhatTheFinanceHeadAskedFor() {
        Delegation designee = delegation(MANAGER, SUPERVISOR.staff(), "EXPENDITURE", "");
        Approvals office = approvals();
        ApprovalCase approved =
                accepted(
                        office.decide(
                                opened(office, request("EXPENDITURE", "5.00", ACCOUNTANT)),
                                Office.grant(MANAGER)));
        assertThat(keys(office.ask(approved, MANAGER, DAY)))
                .isEqualTo("segregation-violated nobody-left");
        assertThat(keys(delegated(designee).ask(approved, AS_MANAGER, DAY))).isEmpty();
    }

    @Test
    void aDelegationEndsWithThePostOfTheDelegator() {
        Mandates left =
                new Mandates(
                        new dev.guanjia.organisation.Assignments(
                                List.of(
                                        Assignment.openEnded(
                                                STEWARD.staff(), STEWARD.post(), Office.BEGIN),
                                        new Assignment(
                                                MANAGER.staff(),
                                                MANAGER.post(),
                                                Office.BEGIN,
                                                Optional.of(DAY)))),
                        List.of(),
                        List.of(),
                        List.of(delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", "")));
        Approvals office = approvals(left);
        ApprovalCase asked = waiver(office, "10.00", STEWARD);
        assertThat(keys(office.ask(asked, AS_MANAGER, DAY))).isEmpty();
        assertThat(keys(office.ask(asked, AS_MANAGER, DAY.plusDays(1))))
                .isEqualTo("post-not-held nobody-left");
    }

    @Test
    void whatIsDelegatedNeverReachesFurtherThanTheDelegator() {
        Approvals office = approvals(limit("WAIVER", "CS_SUPERVISOR", "100.00"));
        StaffId to = STEWARD2.staff();
        assertThat(codes(office.delegate(delegation(SUPERVISOR, to, "WAIVER", "100.00"))))
                .isEmpty();
        assertThat(codes(office.delegate(delegation(SUPERVISOR, to, "WAIVER", "100.01"))))
                .containsExactly("delegation-over-authority");
        assertThat(codes(office.delegate(delegation(SUPERVISOR, to, "WAIVER", ""))))
                .containsExactly("delegation-over-authority");
        assertThat(codes(office.delegate(delegation(STEWARD, to, "WAIVER", "1.00"))))
                .containsExactly("no-authority");
    }

    @Test
    void aLimitThatShrinksShrinksWhatWasDelegated() {
        Delegation row = delegation(SUPERVISOR, STEWARD2.staff(), "WAIVER", "100.00");
        Mandates mandates = new Mandates(Office.ASSIGNMENTS, List.of(), List.of(), List.of(row));
        Approvals office = approvals(mandates, limit("WAIVER", "CS_SUPERVISOR", "50.00"));
        Actor delegate = new Actor(STEWARD2.staff(), SUPERVISOR.post(), "v1");
        assertThat(keys(office.ask(waiver(office, "50.00", STEWARD), delegate, DAY))).isEmpty();
        assertThat(keys(office.ask(waiver(office, "50.01", STEWARD), delegate, DAY)))
                .isEqualTo("approval-over-limit");
    }

    @Test
    void aDelegationIsNeverPassedOnNorGivenToOneself() {
        Approvals office = delegated(delegation(MANAGER, SUPERVISOR.staff(), "WAIVER", ""));
        assertThat(codes(office.delegate(delegation(AS_MANAGER, STEWARD.staff(), "WAIVER", ""))))
                .containsExactly("delegation-exists", "delegation-passed-on");
        assertThat(codes(approvals().delegate(delegation(MANAGER, MANAGER.staff(), "WAIVER", ""))))
                .containsExactly("delegation-to-oneself");
    }

    @Test
    void theFinanceHeadsAuthorityIsNotDelegatedToTheCashier() {
        assertThat(
                        codes(
                                approvals()
                                        .delegate(
                                                delegation(
                                                        ACCOUNTANT,
                                                        CASHIER.staff(),
                                                        "EXPENDITURE",
                                                        ""))))
                .containsExactly("segregation-violated");
    }

    @Test
    void aDelegateIsNotGivenAPostThatIsKeptApartFromWhatWasDelegated() {
        Approvals office = approvals();
        Mandates with =
                accepted(
                        office.delegate(
                                delegation(ACCOUNTANT, STEWARD.staff(), "EXPENDITURE", "")));
        Assignment cashier = Assignment.openEnded(STEWARD.staff(), CASHIER.post(), DAY.plusDays(6));
        assertThat(codes(with.assign(cashier, Office.SEGREGATION)))
                .containsExactly("segregation-violated");
        Assignment later = Assignment.openEnded(STEWARD.staff(), CASHIER.post(), DAY.plusDays(7));
        assertThat(codes(with.assign(later, Office.SEGREGATION))).isEmpty();
    }

    @Test
    void aDelegationOfNothingIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Delegation(
                                        "de_1",
                                        MANAGER,
                                        STEWARD.staff(),
                                        List.of(),
                                        Optional.empty(),
                                        DAY,
                                        DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Delegation(
                                        "de_1",
                                        MANAGER,
                                        STEWARD.staff(),
                                        List.of(AuthorityKind.WAIVER),
                                        Optional.empty(),
                                        DAY,
                                        DAY.minusDays(1)));
    }

    private static Approvals delegated(Delegation row) {
        return approvals(accepted(approvals().delegate(row)));
    }

    private static ApprovalCase waiver(Approvals office, String yuan, Actor requester) {
        return opened(office, request("WAIVER", yuan, requester));
    }

    private static String keys(Answer answer) {
        return String.join(
                " ", answer.reasons().stream().map(reason -> reason.code().key()).toList());
    }
}
