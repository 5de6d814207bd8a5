package dev.guanjia.server.idempotency;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a command answered.
 *
 * @param status the HTTP status
 * @param headers those that belong to the answer: Content-Type, ETag, Location
 * @param body the bytes
 */
public record Answer(int status, Map<String, String> headers, Body body) {

    /** Copies the headers. */
    public Answer {
        headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /**
     * Bytes that nobody changes.
     *
     * @param bytes the bytes; not copied, since they are as long as the answer
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Body(byte[] bytes) {}
}
