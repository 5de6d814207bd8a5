package dev.guanjia.client;

/** The request does not fit the API (400), or its key belongs to another request (422). */
public final class InvalidRequestException extends ProblemException {
    private static final long serialVersionUID = 1L;

    InvalidRequestException(Answer answer) {
        super(answer);
    }
}
