package dev.guanjia.organisation.authority;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.organisation.authority.Office.ACCOUNTANT;
import static dev.guanjia.organisation.authority.Office.AT;
import static dev.guanjia.organisation.authority.Office.CASHIER;
import static dev.guanjia.organisation.authority.Office.DAY;
import static dev.guanjia.organisation.authority.Office.MANAGER;
import static dev.guanjia.organisation.authority.Office.STEWARD;
import static dev.guanjia.organisation.authority.Office.STEWARD2;
import static dev.guanjia.organisation.authority.Office.STOREKEEPER;
import static dev.guanjia.organisation.authority.Office.SUPERVISOR;
import static dev.guanjia.organisation.authority.Office.approvals;
import static dev.guanjia.organisation.authority.Office.grant;
import static dev.guanjia.organisation.authority.Office.limit;
import static dev.guanjia.organisation.authority.Office.opened;
import static dev.guanjia.organisation.authority.Office.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalsTest {

    private static final Approvals OFFICE = approvals();

    @Test
    void anExpenditureIsCheckedByTheHeadApprovedByTheManagerAndCountersignedByFinance() {
        ApprovalCase asked = opened(OFFICE, request("EXPENDITURE", "500.00", STEWARD));
        ApprovalCase checked = accepted(OFFICE.decide(asked, grant(SUPERVISOR)));
        ApprovalCase approved = accepted(OFFICE.decide(checked, grant(MANAGER)));
        ApprovalCase paid = accepted(OFFICE.decide(approved, grant(ACCOUNTANT)));
        assertThat(Stream.of(asked, checked, approved, paid).map(ApprovalCase::state))
                .containsExactly(
                        ApprovalState.OPEN,
                        ApprovalState.OPEN,
                        ApprovalState.OPEN,
                        ApprovalState.APPROVED);
        assertThat(paid.decisions().stream().map(taken -> taken.grounds().actor()))
                .containsExactly(SUPERVISOR, MANAGER, ACCOUNTANT);
    }

    @Test
    void theOpenStepsNameThePostThatEachFallsToAndThePeopleWhoCould() {
        ApprovalCase asked = opened(OFFICE, request("EXPENDITURE", "500.00", STEWARD));
        assertThat(OFFICE.open(asked, DAY))
                .extracting(open -> open.step().id() + " " + open.post() + " " + open.could())
                .containsExactly(
                        "EXPENDITURE-1 CS_SUPERVISOR [sf_supervisor (CS_SUPERVISOR)]",
                        "EXPENDITURE-2 PROPERTY_MANAGER [sf_manager (PROPERTY_MANAGER)]",
                        "EXPENDITURE-3 ACCOUNTANT [sf_accountant (ACCOUNTANT)]");
    }

    @Test
    void askingNamesTheOutcomeTheReasonsAndThePeopleWhoCould() {
        Answer answer =
                OFFICE.ask(
                        opened(OFFICE, request("EXPENDITURE", "500.00", STEWARD)), SUPERVISOR, DAY);
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.NEEDS_MORE);
        assertThat(answer.reasons().stream().map(reason -> reason.facts()))
                .extracting("step", "act", "permitted")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "EXPENDITURE-2", "APPROVE", "sf_manager (PROPERTY_MANAGER)"),
                        org.assertj.core.groups.Tuple.tuple(
                                "EXPENDITURE-3", "COUNTERSIGN", "sf_accountant (ACCOUNTANT)"));
        assertThat(answer.could().stream().map(Candidate::toString))
                .containsExactly("sf_manager (PROPERTY_MANAGER)", "sf_accountant (ACCOUNTANT)");
        assertThat(answer.grounds()).isPresent();
    }

    /** Who asks for what, who is asked, and what comes of it; the single community of Office. */
    @ParameterizedTest(name = "{6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    WAIVER       | 100.00 | sf_steward:STEWARD         | sf_manager:PROPERTY_MANAGER  | GRANTED    |                     | the leader signs any waiver
    WAIVER       | 100.00 | sf_steward:STEWARD         | sf_supervisor:CS_SUPERVISOR  | DENIED     | no-authority        | a post without a limit
    WAIVER       | 100.00 | sf_steward:STEWARD         | sf_steward:STEWARD           | DENIED     | self-approval no-authority | the proposer
    WAIVER       | 100.00 | sf_manager:PROPERTY_MANAGER| sf_manager:PROPERTY_MANAGER  | DENIED     | self-approval nobody-left  | not even the leader
    WAIVER       | 100.00 | sf_steward:STEWARD         | sf_steward:PROPERTY_MANAGER  | DENIED     | post-not-held       | a post of somebody else
    EXPENDITURE  | 0.01   | sf_steward:STEWARD         | sf_supervisor:CS_SUPERVISOR  | NEEDS_MORE | further-step-needed further-step-needed | every expenditure takes three
    EXPENDITURE  | 0.01   | sf_steward:STEWARD         | sf_manager:PROPERTY_MANAGER  | NEEDS_MORE | earlier-step-open   | not before the check
    EXPENDITURE  | 0.01   | sf_supervisor:CS_SUPERVISOR| sf_manager:PROPERTY_MANAGER  | NEEDS_MORE | further-step-needed | a head's own: the next higher checks and approves in one
    EXPENDITURE  | 0.01   | sf_storekeeper:STOREKEEPER | sf_manager:PROPERTY_MANAGER  | NEEDS_MORE | further-step-needed | under the manager directly
    EXPENDITURE  | 0.01   | sf_accountant:ACCOUNTANT   | sf_accountant:ACCOUNTANT     | DENIED     | self-approval       | the finance head's own goes to the next higher
    ASSET_DISPOSAL | 9.00 | sf_steward:STEWARD         | sf_accountant:ACCOUNTANT     | NEEDS_MORE | further-step-needed | joint: finance first
    ASSET_DISPOSAL | 9.00 | sf_steward:STEWARD         | sf_manager:PROPERTY_MANAGER  | NEEDS_MORE | further-step-needed | joint: or the leader first
    RENOVATION   |        | sf_steward:STEWARD         | sf_manager:PROPERTY_MANAGER  | NEEDS_MORE | further-step-needed | no engineering head: the leader reviews
    SEAL_TAKE_OUT |       | sf_steward:STEWARD         | sf_supervisor:CS_SUPERVISOR  | GRANTED    |                     | the leader in charge is the next superior
    SEAL_TAKE_OUT |       | sf_supervisor:CS_SUPERVISOR| sf_manager:PROPERTY_MANAGER  | GRANTED    |                     | and of a supervisor the manager
    DEPOSIT_REFUND | 9.00 | sf_steward:STEWARD         | sf_supervisor:CS_SUPERVISOR  | GRANTED    |                     | the supervising person
    CASHIER_REPORT |      | sf_cashier:CASHIER         | sf_accountant:ACCOUNTANT     | GRANTED    |                     | the accountant checks the cashier
    """)
    void whoMayDecideWhat(
            String kind, String yuan, String by, String who, String outcome, String why, String n) {
        ApprovalRequest request = request(kind, Optional.ofNullable(yuan).orElse(""), person(by));
        Answer answer = OFFICE.ask(opened(OFFICE, request), person(who), DAY);
        assertThat(answer.outcome().name()).as(n).isEqualTo(outcome);
        assertThat(keys(answer)).as(n).isEqualTo(Optional.ofNullable(why).orElse(""));
    }

    @ParameterizedTest(name = "{0} against a limit of 1,000.00")
    @CsvSource({
        "999.99,  GRANTED,    ''",
        "1000.00, GRANTED,    ''",
        "1000.01, NEEDS_MORE, approval-over-limit"
    })
    void aPostApprovesUpToItsLimit(String yuan, String outcome, String why) {
        Approvals limited = approvals(limit("WAIVER", "CS_SUPERVISOR", "1000.00"));
        Answer answer =
                limited.ask(opened(limited, request("WAIVER", yuan, STEWARD)), SUPERVISOR, DAY);
        assertThat(answer.outcome().name()).isEqualTo(outcome);
        assertThat(keys(answer)).isEqualTo(why);
    }

    @Test
    void aDecisionRecordsWhoAsWhichPostUnderWhichVersionWhenAndOnWhichLimit() {
        Approvals limited = approvals(limit("WAIVER", "CS_SUPERVISOR", "1000.00"));
        Actor stale = new Actor(SUPERVISOR.staff(), SUPERVISOR.post(), "claimed");
        ApprovalCase signed =
                accepted(
                        limited.decide(
                                opened(limited, request("WAIVER", "10.00", STEWARD)),
                                grant(stale)));
        StepDecision taken = signed.decisions().get(0);
        assertThat(taken.grounds().actor()).isEqualTo(SUPERVISOR);
        assertThat(taken.grounds().step().id()).isEqualTo("WAIVER-1");
        assertThat(taken.grounds().day()).isEqualTo(DAY);
        assertThat(taken.at()).isEqualTo(AT);
        assertThat(taken.grounds().delegation()).isEmpty();
        assertThat(taken.grounds().limit())
                .map(row -> row.limit())
                .contains(Office.yuan("1000.00"));
    }

    @Test
    void anApprovalWithoutAuthorityIsRefusedAndChangesNothing() {
        ApprovalCase asked = opened(OFFICE, request("WAIVER", "10.00", STEWARD));
        assertThat(codes(OFFICE.decide(asked, grant(CASHIER)))).containsExactly("no-authority");
        assertThat(asked.decisions()).isEmpty();
        assertThat(asked.state()).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void theCollectorNeverSignsTheWaiver() {
        ApprovalRequest plain = request("WAIVER", "10.00", STEWARD);
        Act collected = new Act(new SegregationKey("PAYMENT_COLLECTED"), MANAGER.staff());
        ApprovalRequest request =
                new ApprovalRequest(
                        plain.id(),
                        plain.kind(),
                        plain.amount(),
                        STEWARD,
                        DAY,
                        plain.attachments(),
                        List.of(collected));
        Answer answer = OFFICE.ask(opened(OFFICE, request), MANAGER, DAY);
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.DENIED);
        assertThat(answer.reasons().get(0).facts())
                .containsEntry("rule", "SOD-13")
                .containsEntry("left", "PAYMENT_COLLECTED")
                .containsEntry("right", "WAIVER_SIGNED");
    }

    @Test
    void nobodyTakesTwoStepsThatAreKeptApart() {
        List<Actor> two = List.of(MANAGER, new Actor(MANAGER.staff(), SUPERVISOR.post(), "v1"));
        Approvals small =
                approvals(Mandates.from(Office.assignments(with(two, STEWARD, ACCOUNTANT))));
        ApprovalCase checked =
                accepted(
                        small.decide(
                                opened(small, request("EXPENDITURE", "5.00", STEWARD)),
                                grant(two.get(1))));
        Answer answer = small.ask(checked, MANAGER, DAY);
        assertThat(keys(answer)).isEqualTo("segregation-violated nobody-left");
        assertThat(answer.reasons().get(0).facts()).containsEntry("rule", "AUD-02");
    }

    @Test
    void aFlaggedCombinationIsAllowedAndStandsOnRecord() {
        ApprovalRequest plain = request("EXPENDITURE", "5.00", STEWARD);
        Act voucher = new Act(new SegregationKey("VOUCHER_MADE"), ACCOUNTANT.staff());
        ApprovalRequest request =
                new ApprovalRequest(
                        plain.id(),
                        plain.kind(),
                        plain.amount(),
                        STEWARD,
                        DAY,
                        List.of(),
                        List.of(voucher));
        ApprovalCase paid = opened(OFFICE, request);
        for (Actor actor : List.of(SUPERVISOR, MANAGER, ACCOUNTANT)) {
            paid = accepted(OFFICE.decide(paid, grant(actor)));
        }
        assertThat(paid.decisions().get(2).grounds().combined())
                .extracting(Violation::standing, row -> row.pair().rule())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Violation.Standing.FLAGGED, "SOD-19.2"));
    }

    @Test
    void aVacantPostFallsToTheNextHigher() {
        Approvals without =
                approvals(Mandates.from(Office.assignments(List.of(MANAGER, STEWARD, ACCOUNTANT))));
        ApprovalCase asked = opened(without, request("DEPOSIT_REFUND", "5.00", STEWARD));
        assertThat(without.ask(asked, MANAGER, DAY).outcome()).isEqualTo(Answer.Outcome.GRANTED);
    }

    @Test
    void aDenialNeedsAReasonAndEndsTheCase() {
        ApprovalCase asked = opened(OFFICE, request("WAIVER", "5.00", STEWARD));
        assertThat(codes(OFFICE.decide(asked, new Ballot(MANAGER, Verdict.DENY, " ", DAY, AT))))
                .containsExactly("denial-reason-missing");
        ApprovalCase denied =
                accepted(OFFICE.decide(asked, new Ballot(MANAGER, Verdict.DENY, "no", DAY, AT)));
        assertThat(denied.state()).isEqualTo(ApprovalState.DENIED);
        assertThat(codes(OFFICE.decide(denied, grant(MANAGER)))).containsExactly("approval-closed");
        assertThat(codes(OFFICE.withdraw(denied, STEWARD.staff())))
                .containsExactly("approval-closed");
    }

    @Test
    void onlyTheRequesterTakesARequestBack() {
        ApprovalCase asked = opened(OFFICE, request("WAIVER", "5.00", STEWARD));
        assertThat(codes(OFFICE.withdraw(asked, STEWARD2.staff())))
                .containsExactly("withdrawal-by-other");
        assertThat(accepted(OFFICE.withdraw(asked, STEWARD.staff())).state())
                .isEqualTo(ApprovalState.WITHDRAWN);
    }

    @Test
    void aRequestNeedsItsPostItsKindAndItsAmount() {
        assertThat(codes(OFFICE.request(request("WAIVER", "", Office.actor("sf_x", "CASHIER")))))
                .containsExactly("post-not-held", "approval-amount-missing");
        assertThat(codes(OFFICE.request(request("HOLIDAY_HOUSE", "5.00", STEWARD))))
                .containsExactly("approval-kind-unknown");
        ApprovalRequest early = request("WAIVER", "5.00", STOREKEEPER);
        assertThat(codes(OFFICE.request(onFirstDayOf2006(early))))
                .containsExactly("post-not-held", "approval-kind-unknown");
    }

    @Test
    void withoutPapersAWaiverIsNotSigned() {
        ApprovalRequest plain = request("WAIVER", "5.00", STEWARD);
        ApprovalRequest bare =
                new ApprovalRequest(
                        plain.id(),
                        plain.kind(),
                        plain.amount(),
                        STEWARD,
                        DAY,
                        List.of(),
                        List.of());
        Answer answer = OFFICE.ask(opened(OFFICE, bare), MANAGER, DAY);
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.NEEDS_MORE);
        assertThat(keys(answer)).isEqualTo("attachment-missing");
        assertThat(answer.grounds()).isEmpty();
    }

    @Test
    void aCompanyAddsAStepAboveAThresholdFromADayOn() {
        ApprovalChains own =
                Office.CHAINS.with(
                        ApprovalChains.parse(
                                "own.csv",
                                """
                id,zh,en,kind,order,act,role,above,attachment,performs,from,source
                WAIVER-0,财务复核,Finance checks,WAIVER,1,CHECK,FINANCE_HEAD,1000.00,no,,2024-02-01,own rule
                WAIVER-1,领导签字,The leader signs,WAIVER,2,APPROVE,COMPANY_LEADER,,yes,WAIVER_SIGNED,2024-02-01,own rule
                """));
        Approvals company =
                new Approvals(
                        Office.COMPANY,
                        Mandates.from(Office.ASSIGNMENTS),
                        Office.SEGREGATION,
                        new Powers(own, dev.guanjia.organisation.AuthorityLimits.none(), "v2"));
        assertThat(outcome(company, "1000.00")).isEqualTo(Answer.Outcome.GRANTED);
        assertThat(outcome(company, "1000.01")).isEqualTo(Answer.Outcome.NEEDS_MORE);
        assertThat(outcome(OFFICE, "1000.01")).isEqualTo(Answer.Outcome.GRANTED);
        assertThat(own.steps(request("WAIVER", "", STEWARD).kind(), Office.BEGIN)).hasSize(1);
    }

    private static Answer.Outcome outcome(Approvals approvals, String yuan) {
        ApprovalCase asked = opened(approvals, request("WAIVER", yuan, STEWARD));
        return approvals.ask(asked, MANAGER, DAY).outcome();
    }

    private static ApprovalRequest onFirstDayOf2006(ApprovalRequest request) {
        return new ApprovalRequest(
                request.id(),
                request.kind(),
                request.amount(),
                request.requester(),
                java.time.LocalDate.of(2006, 1, 1),
                request.attachments(),
                request.acts());
    }

    private static List<Actor> with(List<Actor> some, Actor... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    private static String keys(Answer answer) {
        return String.join(
                " ", answer.reasons().stream().map(reason -> reason.code().key()).toList());
    }

    private static Actor person(String text) {
        String[] parts = text.split(":");
        return Office.actor(parts[0], parts[1]);
    }
}
