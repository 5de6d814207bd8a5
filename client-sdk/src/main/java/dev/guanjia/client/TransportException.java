package dev.guanjia.client;

import java.net.http.HttpRequest;

/**
 * No answer came: no connection, a broken one, a timeout or an interrupt. The cause says which, and
 * retries are over. Whether the server carried out the command is unknown: send it again with the
 * same Idempotency-Key.
 */
public final class TransportException extends GuanjiaException {
    private static final long serialVersionUID = 1L;

    TransportException(HttpRequest request, Throwable cause) {
        // the path only: a query may name people
        super(
                "no answer to %s %s: %s"
                        .formatted(request.method(), request.uri().getRawPath(), cause),
                cause);
    }
}
