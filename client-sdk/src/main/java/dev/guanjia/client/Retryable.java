package dev.guanjia.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What may be sent again, and what is worth sending again. */
final class Retryable {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Retryable() {}

    /**
     * Only what changes nothing or carries a key. An If-Match is not enough: if the first answer
     * was lost, the second would be a false 412.
     */
    static boolean request(HttpRequest request) {
        return READING.contains(request.method()) || hasKey(request);
    }

    /** An answer that time may mend. */
    static boolean answer(HttpResponse<byte[]> answer) {
        return PASSING.contains(answer.statusCode())
                || (answer.statusCode() == 409 && isInFlight(answer.body()));
    }

    /** A failure that time may mend; a certificate that does not fit is not one. */
    static boolean failure(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof IOException
                        && !(failure instanceof SSLHandshakeException)
                        && !(failure instanceof SSLPeerUnverifiedException));
    }

    private static boolean hasKey(HttpRequest request) {
        return request.headers()
                .firstValue("Idempotency-Key")
                .filter(k -> !k.isBlank())
                .isPresent();
    }

    private static boolean isInFlight(byte[] body) {
        try {
            return JSON.readTree(body).path("code").asText().equals("idempotency-key-in-flight");
        } catch (IOException e) {
            return false;
        }
    }
}
