package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.Segregation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may decide what, asked and recorded. Source: requirements 01 section 5; 06.
 *
 * <p>Shape: every step of a chain belongs to a role, and the role to a post. When nobody in that
 * post can take the step, because it is vacant, or its holder is the requester or barred by
 * segregation, the next higher post takes it. An approving step may also be taken by a post whose
 * limit reaches the amount. Whoever approves has checked: a checking step that falls to the
 * approving post falls away. The requester never decides, neither in person nor through a delegate.
 *
 * <p>Building it is linear in the mandates; a question looks at the posts of one line only.
 */
public final class Approvals {

    private final Company company;
    private final Mandates mandates;
    private final Segregation segregation;
    private final Powers powers;
    private final Holdings holdings;
    private final Map<PostKey, List<Delegation>> delegations = new HashMap<>();

    /**
     * Brings together what decides.
     *
     * @param company posts, lines and roles
     * @param mandates who may act in what
     * @param segregation what is kept apart
     * @param powers chains, limits and their version
     */
    public Approvals(Company company, Mandates mandates, Segregation segregation, Powers powers) {
        this.company = company;
        this.mandates = mandates;
        this.segregation = segregation;
        this.powers = powers;
        this.holdings = mandates.holdings();
        for (Delegation row : mandates.delegations()) {
            delegations.computeIfAbsent(row.post(), post -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Opens a case.
     *
     * @param request what is asked for, by whom
     * @return the case, or refused with {@code POST_NOT_HELD} or {@code SEGREGATION_VIOLATED} if
     *     the requester may not act in the post, {@code APPROVAL_KIND_UNKNOWN}, {@code
     *     APPROVAL_AMOUNT_MISSING}
     */
    public Decision<ApprovalCase> request(ApprovalRequest request) {
        List<Refusal> reasons =
                new ArrayList<>(
                        segregation
                                .act(request.requester(), holdings, request.requestedOn())
                                .fold(actor -> List.of(), refused -> refused));
        if (powers.chains().steps(request.kind(), request.requestedOn()).isEmpty()) {
            reasons.add(
                    AuthorityRefusal.APPROVAL_KIND_UNKNOWN.because(
                            "kind", request.kind().value(),
                            "day", request.requestedOn().toString()));
        }
        if (request.amount().isEmpty()
                && kind(request).filter(DecisionKind::amountRequired).isPresent()) {
            reasons.add(
                    AuthorityRefusal.APPROVAL_AMOUNT_MISSING.because(
                            "kind", request.kind().value()));
        }
        return reasons.isEmpty()
                ? Decision.accept(ApprovalCase.open(request))
                : Decision.refuse(reasons);
    }

    /**
     * Says what becomes of a case if a person decides in it, and changes nothing.
     *
     * @param standing the case as it stands
     * @param actor who would decide, in which post
     * @param day the day of the decision
     * @return granted, denied, or what more is needed, with the people who could
     */
    public Answer ask(ApprovalCase standing, Actor actor, LocalDate day) {
        return new Question(new Sitting(this, standing, day), actor).answer();
    }

    /**
     * Says which steps a case still needs, whatever its state.
     *
     * @param standing the case as it stands
     * @param day the day whose mandates count
     * @return by order, then id; with the post that each falls to and the people who could take it
     */
    public List<OpenStep> open(ApprovalCase standing, LocalDate day) {
        Sitting sitting = new Sitting(this, standing, day);
        return sitting.open().stream()
                .map(step -> new OpenStep(step, sitting.falls(step), sitting.could(step)))
                .toList();
    }

    /**
     * Takes a step.
     *
     * @param standing the case as it stands
     * @param ballot who decides what, when
     * @return the case with the decision on record, or refused with every reason of {@link #ask}
     *     that keeps the person from taking a step now; {@code DENIAL_REASON_MISSING} for a no
     *     without a reason
     */
    public Decision<ApprovalCase> decide(ApprovalCase standing, Ballot ballot) {
        Answer answer = ask(standing, ballot.actor(), ballot.day());
        Optional<Grounds> grounds = answer.grounds();
        if (grounds.isEmpty()) {
            return Decision.refuse(answer.reasons());
        }
        if (ballot.verdict() == Verdict.DENY && ballot.reason().isBlank()) {
            return Decision.refuse(
                    List.of(
                            AuthorityRefusal.DENIAL_REASON_MISSING.because(
                                    "approval", standing.request().id())));
        }
        StepDecision taken =
                new StepDecision(grounds.get(), ballot.verdict(), ballot.reason(), ballot.at());
        return Decision.accept(standing.with(taken, answer.outcome() == Answer.Outcome.GRANTED));
    }

    /**
     * Takes a request back.
     *
     * @param standing the case as it stands
     * @param staff who takes it back
     * @return the case, withdrawn, or refused with {@code APPROVAL_CLOSED} or {@code
     *     WITHDRAWAL_BY_OTHER}
     */
    public Decision<ApprovalCase> withdraw(ApprovalCase standing, StaffId staff) {
        StaffId requester = standing.request().requester().staff();
        List<Refusal> reasons = new ArrayList<>();
        if (standing.state() != ApprovalState.OPEN) {
            reasons.add(closed(standing));
        }
        if (!requester.equals(staff)) {
            reasons.add(
                    AuthorityRefusal.WITHDRAWAL_BY_OTHER.because(
                            "staff", staff.value(), "requester", requester.value()));
        }
        return reasons.isEmpty() ? Decision.accept(standing.withdrawn()) : Decision.refuse(reasons);
    }

    /**
     * Delegates the authority of a post.
     *
     * @param wanted who decides for whom, about what, up to how much, how long
     * @return the mandates with it, or refused with every reason that applies of {@code
     *     DELEGATION_EXISTS}, {@code DELEGATION_TO_ONESELF}, {@code DELEGATION_PASSED_ON} or {@code
     *     POST_NOT_HELD}, {@code NO_AUTHORITY}, {@code DELEGATION_OVER_AUTHORITY}, {@code
     *     SEGREGATION_VIOLATED}
     */
    public Decision<Mandates> delegate(Delegation wanted) {
        List<Refusal> reasons = new DelegationCheck(this, wanted).reasons();
        return reasons.isEmpty()
                ? Decision.accept(mandates.with(wanted))
                : Decision.refuse(reasons);
    }

    /**
     * Who may act in what.
     *
     * @return the mandates that decide here
     */
    public Mandates mandates() {
        return mandates;
    }

    Company company() {
        return company;
    }

    Segregation segregation() {
        return segregation;
    }

    Powers powers() {
        return powers;
    }

    Holdings holdings() {
        return holdings;
    }

    List<Delegation> delegations(PostKey post) {
        return delegations.getOrDefault(post, List.of());
    }

    Optional<DecisionKind> kind(ApprovalRequest request) {
        return powers.chains().kinds().find(request.kind());
    }

    static Refusal closed(ApprovalCase standing) {
        return AuthorityRefusal.APPROVAL_CLOSED.because(
                "approval", standing.request().id(), "state", standing.state().name());
    }
}
