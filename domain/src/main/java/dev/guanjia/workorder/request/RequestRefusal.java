package dev.guanjia.workorder.request;

import dev.guanjia.decision.RefusalCode;

/** Why something about a request is refused, most important first. Instants are ISO, in UTC. */
public enum RequestRefusal implements RefusalCode {
    /** It has its answer. Facts: {@code request, answered}. */
    REQUEST_ANSWERED("request-answered"),
    /** Its work orders bring the answer. Facts: {@code request, orders}. */
    REQUEST_HAS_ORDERS("request-has-orders"),
    /** Nothing is answered. Facts: {@code request}. */
    ANSWER_MISSING("request-answer-missing"),
    /** It would have happened before the request came in. Facts: {@code at, received}. */
    BEFORE_RECEPTION("request-before-reception"),
    /** The company has set the channel from that day on. Facts: {@code channel, from}. */
    CHANNEL_SET("channel-set-from-that-day");

    private final String key;

    RequestRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
