package dev.guanjia.billing.dunning;

import dev.guanjia.decision.Decision;
import java.util.List;

/**
 * A question about fees and its prepared answer (收费答客问). Source: requirements 03 R-FEE-QA,
 * P-COLLECT-TARGET A.
 *
 * @param question what owners ask
 * @param answer what collectors say
 */
public record FeeQuestion(String question, String answer) {

    /** A question without an answer helps nobody. */
    public FeeQuestion {
        if (question.isBlank() || answer.isBlank()) {
            throw new IllegalArgumentException("no answer to: " + question);
        }
    }

    /**
     * Records an answer.
     *
     * @param question what owners ask
     * @param answer what collectors say
     * @return the pair; or refused because either is blank
     */
    public static Decision<FeeQuestion> answer(String question, String answer) {
        return question.isBlank() || answer.isBlank()
                ? Decision.refuse(
                        List.of(
                                DunningRefusal.FEE_QUESTION_UNANSWERED.because(
                                        "question", question)))
                : Decision.accept(new FeeQuestion(question, answer));
    }
}
