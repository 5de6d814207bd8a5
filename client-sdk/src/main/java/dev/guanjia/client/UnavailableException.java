package dev.guanjia.client;

/** The server or the way to it is busy (408, 429, 502, 503, 504), and retries are over. */
public final class UnavailableException extends ProblemException {
    private static final long serialVersionUID = 1L;

    UnavailableException(Answer answer) {
        super(answer);
    }
}
