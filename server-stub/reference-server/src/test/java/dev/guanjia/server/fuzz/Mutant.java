package dev.guanjia.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that differs from a good one in one place.
 *
 * @param what is wrong with it
 * @param path and query as they are sent, behind {@code /v1}
 * @param body as it is sent
 * @param headers that differ; an empty value leaves one out
 * @param forbidden whether the document does not take it
 */
record Mutant(
        String what, String path, byte[] body, Map<String, String> headers, boolean forbidden) {

    /** The same with another body. */
    Mutant with(String wrong, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Mutant(wrong, path, bytes, headers, forbidden);
    }
}
