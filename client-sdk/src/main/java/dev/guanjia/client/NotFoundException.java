package dev.guanjia.client;

/** There is no such thing in this company (404). */
public final class NotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotFoundException(Answer answer) {
        super(answer);
    }
}
