package dev.guanjia.client;

/** The token is missing, unknown or revoked (401). */
public final class UnauthenticatedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    UnauthenticatedException(Answer answer) {
        super(answer);
    }
}
