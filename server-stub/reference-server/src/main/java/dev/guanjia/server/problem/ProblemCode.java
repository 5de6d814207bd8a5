package dev.guanjia.server.problem;

import dev.guanjia.decision.RefusalCode;
import java.util.Locale;

/** The kinds of problem that are not a rule of the business. */
public enum ProblemCode implements RefusalCode {
    /** A field or parameter does not fit the document. */
    INVALID_REQUEST(400),
    /** The body is no JSON. */
    MALFORMED_JSON(400),
    /** The cursor is not one that this list gave. */
    CURSOR_INVALID(400),
    /** A command came without a key. */
    IDEMPOTENCY_KEY_MISSING(400),
    /** A caller with several posts named none. */
    ACTING_POST_MISSING(400),
    /** No token, or none that we know. */
    UNAUTHENTICATED(401),
    /** No such thing, here or in this company. */
    NOT_FOUND(404),
    /** The path exists, not with this method. */
    METHOD_NOT_ALLOWED(405),
    /** We cannot answer in the form asked for. */
    NOT_ACCEPTABLE(406),
    /** A rule or the present state refuses; the reasons say which. */
    REFUSED(409),
    /** The first request with this key is still running. */
    IDEMPOTENCY_KEY_IN_FLIGHT(409),
    /** The If-Match is stale. */
    PRECONDITION_FAILED(412),
    /** The body is too long. */
    PAYLOAD_TOO_LARGE(413),
    /** The body is of a kind we do not read. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The key belongs to another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** A change came without If-Match. */
    PRECONDITION_REQUIRED(428),
    /** Our own failure. */
    INTERNAL(500),
    /** Too busy just now; the same request may succeed later. */
    UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /**
     * The HTTP status.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
