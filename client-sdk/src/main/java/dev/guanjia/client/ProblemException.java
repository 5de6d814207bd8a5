package dev.guanjia.client;

import dev.guanjia.client.model.FieldError;
import dev.guanjia.client.model.Problem;
import dev.guanjia.client.model.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server answered, and the answer is no. Subclasses name the usual statuses; this class itself
 * stands for the others, such as 500. A body that is no problem (a proxy's page) leaves the
 * optional parts empty. Serialising keeps the status, the message and the body's text.
 */
public class ProblemException extends GuanjiaException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;
    private final @Nullable Duration retryAfter;
    private final transient @Nullable Problem problem;

    ProblemException(Answer answer) {
        super(answer.summary());
        this.status = answer.status();
        this.body = answer.body();
        this.retryAfter = answer.retryAfter();
        this.problem = answer.problem();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code in kebab-case: what to branch on. */
    public Optional<String> code() {
        return read(Problem::getCode);
    }

    /**
     * Whether this problem or one of its reasons has the code.
     *
     * @param code in kebab-case, for instance {@code approval-over-limit}
     */
    public boolean is(String code) {
        return code().filter(code::equals).isPresent()
                || reasons().stream().anyMatch(reason -> code.equals(reason.getCode()));
    }

    /** The kind of problem, in the language of the caller. */
    public Optional<String> title() {
        return read(Problem::getTitle);
    }

    /** What happened this time, in the language of the caller. */
    public Optional<String> detail() {
        return read(Problem::getDetail);
    }

    /** The fields and parameters that are wrong, all at once; mostly empty. */
    public List<FieldError> errors() {
        return read(Problem::getErrors).map(List::copyOf).orElse(List.of());
    }

    /** The rules that refused, most important first; mostly empty. */
    public List<Reason> reasons() {
        return read(Problem::getReasons).map(List::copyOf).orElse(List.of());
    }

    /** What to quote when asking for help. */
    public Optional<String> traceId() {
        return read(Problem::getTraceId);
    }

    /** How long the server asks to wait before trying again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The whole problem, unless the body was none. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The body as it came; empty if there was none. */
    public String body() {
        return body;
    }

    private <T> Optional<T> read(Function<Problem, @Nullable T> part) {
        return problem == null ? Optional.empty() : Optional.ofNullable(part.apply(problem));
    }

    /**
     * A refusing answer.
     *
     * @param summary one line for people
     * @param retryAfter null: the server did not say
     * @param problem null: the body was none
     */
    record Answer(
            int status,
            String summary,
            String body,
            @Nullable Duration retryAfter,
            @Nullable Problem problem) {}
}
