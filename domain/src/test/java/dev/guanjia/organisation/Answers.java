package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import java.util.List;

/** Opens a decision in a test: the value it must have, or the codes of its reasons. */
public final class Answers {

    private Answers() {}

    /** The value; a refusal fails the test and shows its reasons. */
    public static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError("refused: " + reasons);
                });
    }

    /** The keys of the reasons, in order; empty when accepted. */
    public static <T> List<String> codes(Decision<T> decision) {
        return decision.fold(
                value -> List.of(),
                reasons -> reasons.stream().map(reason -> reason.code().key()).toList());
    }
}
