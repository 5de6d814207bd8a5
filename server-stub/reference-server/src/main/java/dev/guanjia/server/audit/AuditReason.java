package dev.guanjia.server.audit;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why somebody was refused, in the words of that day: wordings may change, the trail does not.
 *
 * @param code the rule
 * @param facts what it looked at
 * @param en the sentence in English
 * @param zh the sentence in Chinese
 */
public record AuditReason(String code, Map<String, String> facts, String en, String zh) {

    /**
     * Words a reason.
     *
     * @param reason why
     * @return the reason in both languages
     */
    public static AuditReason of(Refusal reason) {
        return new AuditReason(
                reason.code().key(),
                new TreeMap<>(reason.facts()),
                Wording.of(reason, Language.EN),
                Wording.of(reason, Language.ZH_CN));
    }
}
