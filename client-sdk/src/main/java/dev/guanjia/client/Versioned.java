package dev.guanjia.client;

import dev.guanjia.client.generated.ApiResponse;
import java.util.List;
import java.util.Map;

/**
 * What was read, and the version to send as {@code If-Match} when changing it.
 *
 * @param body what was read
 * @param etag the version, with its quotation marks, as the server wrote it
 * @param <T> the type of the body
 */
public record Versioned<T>(T body, String etag) {
    /**
     * For instance {@code Versioned.of(api.getStaffWithHttpInfo(id))}.
     *
     * @throws IllegalArgumentException if the answer has no body or no ETag: the operation is not
     *     one of those that take an {@code If-Match}
     */
    public static <T> Versioned<T> of(ApiResponse<T> answer) {
        T body = answer.getData();
        if (body == null) {
            throw new IllegalArgumentException("the answer has no body");
        }
        return new Versioned<>(body, etag(answer.getHeaders()));
    }

    private static String etag(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the answer has no ETag"));
    }
}
