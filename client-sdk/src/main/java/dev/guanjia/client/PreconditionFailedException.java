package dev.guanjia.client;

/** Somebody changed it since (412), or the If-Match is missing (428): read it again. */
public final class PreconditionFailedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PreconditionFailedException(Answer answer) {
        super(answer);
    }
}
