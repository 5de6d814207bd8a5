package dev.guanjia.client;

import org.jspecify.annotations.Nullable;

/**
 * Everything that an operation throws: {@link ProblemException} when the server says no, {@link
 * TransportException} when no answer came, and otherwise an answer that cannot be read or a
 * required argument that is missing ({@link dev.guanjia.client.generated.ApiException}).
 */
public class GuanjiaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For subclasses that have nothing to say. */
    protected GuanjiaException() {}

    /** For subclasses that pass on a cause. */
    protected GuanjiaException(@Nullable Throwable cause) {
        super(cause);
    }

    /** For subclasses with a text. */
    protected GuanjiaException(@Nullable String message) {
        super(message);
    }

    /** For subclasses with a text and a cause. */
    protected GuanjiaException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
