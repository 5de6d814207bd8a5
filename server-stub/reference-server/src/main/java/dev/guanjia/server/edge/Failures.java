package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.ProblemCode;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an unexpected failure is to the caller: ours, or a matter of trying again. */
final class Failures {

    private Failures() {}

    static Fault faultOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
            if (cause instanceof InvalidParameterException) {
                return Fault.invalid(
                        "query",
                        FieldCode.WRONG_FORMAT,
                        Map.of("expected", "percent-encoded UTF-8"));
            }
            if (isPassing(cause)) {
                return new Fault(ProblemCode.UNAVAILABLE);
            }
        }
        return new Fault(ProblemCode.INTERNAL);
    }

    private static boolean isPassing(Throwable cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof TransientDataAccessException;
    }
}
