package dev.guanjia.workorder.dispatch;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.StaffId;
import java.util.Map;
import java.util.TreeMap;

/** Why nobody, or not this worker, is sent; most important first. Instants are ISO, in UTC. */
public enum DispatchRefusal implements RefusalCode {
    /** Somebody else has the job. Facts: {@code staff, by}, who asked and who has it. */
    TAKEN("dispatch-taken"),
    /** The dispatch has changed since it was looked at. Facts: {@code expected, version}. */
    CHANGED("dispatch-changed"),
    /** The job is not in the pool, so nobody can take it. Facts: {@code staff}. */
    NOT_OFFERED("dispatch-not-offered"),
    /** The job has not been given away. No facts. */
    NOT_SENT("dispatch-not-sent"),
    /** Nobody can be sent. Facts: {@code looked}, how many workers were looked at. */
    NOBODY_ELIGIBLE("dispatch-nobody-eligible"),
    /** The worker is not among those looked at. Facts: {@code staff}. */
    WORKER_UNKNOWN("dispatch-worker-unknown"),
    /** The post of the worker does no such work. Facts: {@code staff, post, kind, posts}. */
    OTHER_TRADE("dispatch-other-trade"),
    /** What the job needs has lapsed. Facts: {@code staff, kind, last, day}. */
    CERTIFICATE_LAPSED("dispatch-certificate-lapsed"),
    /** The worker never had what the job needs. Facts: {@code staff, kind, day}. */
    CERTIFICATE_MISSING("dispatch-certificate-missing"),
    /** The worker asked for the job. Facts: {@code staff}. */
    REQUESTER("dispatch-requester"),
    /** The worker does not cover the area. Facts: {@code staff, area, areas}. */
    OTHER_AREA("dispatch-other-area"),
    /** The worker is neither at work nor on call. Facts: {@code staff, at}. */
    OFF_SHIFT("dispatch-off-shift"),
    /** The worker is on call and this is no emergency. Facts: {@code staff, at}. */
    ON_CALL_ONLY("dispatch-on-call-only"),
    /** The worker would carry too much. Facts: {@code staff, load, weight, limit}. */
    LOAD_AT_LIMIT("dispatch-load-at-limit");

    private final String key;

    DispatchRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal because(StaffId staff, String... namesAndValues) {
        Map<String, String> facts = new TreeMap<>(because(namesAndValues).facts());
        facts.put("staff", staff.value());
        return new Refusal(this, facts);
    }
}
