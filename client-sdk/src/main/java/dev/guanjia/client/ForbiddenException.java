package dev.guanjia.client;

/** The caller's post may not do this, or the acting post is not held (403). */
public final class ForbiddenException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ForbiddenException(Answer answer) {
        super(answer);
    }
}
