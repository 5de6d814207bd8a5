package dev.guanjia.billing.dunning;

import dev.guanjia.decision.Decision;
import java.util.List;

/**
 * A debtor's request that is not the company's to fulfil. Source: requirements 03 P-DUN,
 * P-COLLECT-TARGET C.
 *
 * @param request what is asked for
 * @param explanation what the debtor was told
 * @param solutions ways to solve it, at least one
 */
public record OutOfRemit(String request, String explanation, List<String> solutions) {

    /** It is explained and shown a way. */
    public OutOfRemit {
        solutions = List.copyOf(solutions);
        if (!isAnswered(explanation, solutions)) {
            throw new IllegalArgumentException("no way is shown for: " + request);
        }
    }

    /**
     * Records the answer to a request.
     *
     * @param request what is asked for
     * @param explanation what the debtor was told
     * @param solutions ways to solve it
     * @return the record; or refused without an explanation or at least one way, none of them blank
     */
    public static Decision<OutOfRemit> answer(
            String request, String explanation, List<String> solutions) {
        return isAnswered(explanation, solutions)
                ? Decision.accept(new OutOfRemit(request, explanation, solutions))
                : Decision.refuse(
                        List.of(
                                DunningRefusal.REQUEST_WITHOUT_SOLUTION.because(
                                        "request", request)));
    }

    private static boolean isAnswered(String explanation, List<String> solutions) {
        return !explanation.isBlank()
                && !solutions.isEmpty()
                && solutions.stream().noneMatch(String::isBlank);
    }
}
