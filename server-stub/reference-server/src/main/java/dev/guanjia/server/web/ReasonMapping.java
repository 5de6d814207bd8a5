package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.audit.AuditReason;

/** Reasons on the wire. */
final class ReasonMapping {

    private ReasonMapping() {}

    /** A reason of now, in the words of now. */
    static Reason reason(Refusal refusal, Language language) {
        return new Reason(refusal.code().key(), Wording.of(refusal, language), refusal.facts());
    }

    /** A reason of the trail, in the words of its day. */
    static Reason reason(AuditReason reason, Language language) {
        return new Reason(reason.code(), language.pick(reason.zh(), reason.en()), reason.facts());
    }
}
