package dev.guanjia.organisation.authority;

import static dev.guanjia.organisation.authority.ApprovalState.APPROVED;
import static dev.guanjia.organisation.authority.ApprovalState.DENIED;
import static dev.guanjia.organisation.authority.ApprovalState.OPEN;
import static dev.guanjia.organisation.authority.ApprovalState.WITHDRAWN;

import dev.guanjia.decision.TransitionTable;
import java.util.ArrayList;
import java.util.List;

/**
 * An approval on its way, with everything that was decided.
 *
 * @param request what was asked for, by whom
 * @param decisions the steps taken, in order of time; never changed, only added to
 * @param state where it stands: denied exactly when its last step was denied
 */
public record ApprovalCase(
        ApprovalRequest request, List<StepDecision> decisions, ApprovalState state) {

    /** Every move an approval can make. */
    public static final TransitionTable<ApprovalState, ApprovalAction> LIFECYCLE =
            TransitionTable.starting(ApprovalState.class, ApprovalAction.class, OPEN)
                    .move(OPEN, ApprovalAction.PASS, OPEN)
                    .move(OPEN, ApprovalAction.COMPLETE, APPROVED)
                    .move(OPEN, ApprovalAction.DENY, DENIED)
                    .move(OPEN, ApprovalAction.WITHDRAW, WITHDRAWN)
                    .build();

    /** A denied step ends the case. */
    public ApprovalCase {
        decisions = List.copyOf(decisions);
        long denied = decisions.stream().filter(taken -> taken.verdict() == Verdict.DENY).count();
        boolean lastDenied =
                !decisions.isEmpty()
                        && decisions.get(decisions.size() - 1).verdict() == Verdict.DENY;
        if (denied > 1 || denied == 1 != lastDenied || lastDenied != (state == DENIED)) {
            throw new IllegalArgumentException(state + " after " + decisions);
        }
        if (state == APPROVED && decisions.isEmpty()) {
            throw new IllegalArgumentException("approved by nobody: " + request.id());
        }
    }

    static ApprovalCase open(ApprovalRequest request) {
        return new ApprovalCase(request, List.of(), LIFECYCLE.initial());
    }

    /** The case after a step; {@code complete} if no other step is needed. */
    ApprovalCase with(StepDecision taken, boolean complete) {
        List<StepDecision> all = new ArrayList<>(decisions);
        all.add(taken);
        ApprovalAction granted = complete ? ApprovalAction.COMPLETE : ApprovalAction.PASS;
        return new ApprovalCase(
                request,
                all,
                after(taken.verdict() == Verdict.DENY ? ApprovalAction.DENY : granted));
    }

    ApprovalCase withdrawn() {
        return new ApprovalCase(request, decisions, after(ApprovalAction.WITHDRAW));
    }

    private ApprovalState after(ApprovalAction action) {
        return LIFECYCLE
                .next(state, action)
                .orElseThrow(() -> new IllegalStateException(action + " in " + state));
    }
}
