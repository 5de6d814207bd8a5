package dev.guanjia.client;

/** A rule or the present state refuses (409); {@code reasons()} say why. */
public final class ConflictException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ConflictException(Answer answer) {
        super(answer);
    }
}
