package dev.guanjia.formula;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;

/**
 * One thing wrong with the text of a formula.
 *
 * @param refusal what, with its facts
 * @param place where
 */
public record Issue(Refusal refusal, Place place) {

    /**
     * Tells the issue to people, in three lines.
     *
     * @param file what to call the text, e.g. {@code objectives.csv}
     * @param language the reader's language
     * @return place and sentence, the faulty line, and a caret below it
     */
    public String render(String file, Language language) {
        return file
                + ":"
                + place.line()
                + ":"
                + place.column()
                + " "
                + Wording.of(refusal, language)
                + "\n | "
                + place.excerpt()
                + "\n | "
                + place.caret();
    }
}
