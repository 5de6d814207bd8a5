package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.Answers;
import java.util.List;

/** Opens a refusal in a test and says it aloud: a sentence that lacks a fact fails the test. */
public final class Spoken {

    private Spoken() {}

    /** The keys of the reasons, in order, each worded in every language; empty when accepted. */
    public static <T> List<String> codes(Decision<T> decision) {
        for (Language language : Language.values()) {
            decision.fold(
                    value -> List.of(),
                    reasons -> reasons.stream().map(row -> Wording.of(row, language)).toList());
        }
        return Answers.codes(decision);
    }
}
