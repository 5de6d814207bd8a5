package dev.guanjia.server.edge;

import dev.guanjia.server.api.model.Problem;
import dev.guanjia.server.audit.RefusalLog;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.ProblemBody;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.ProblemWriter;
import dev.guanjia.server.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a controller throws into a problem. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String IF_MATCH = "If-Match";

    private final RefusalLog refusals;

    ProblemAdvice(RefusalLog refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(
            Refused refused, HttpServletRequest request, HttpServletResponse response) {
        refusals.note(refused, request);
        ProblemWriter.decorate(ProblemCode.REFUSED, request, response);
        return answer(ProblemBody.of(refused, request));
    }

    @ExceptionHandler
    ResponseEntity<Problem> any(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        Fault fault = faultOf(failure);
        if (fault.code() == ProblemCode.INTERNAL) {
            LOG.error("request failed", failure);
        }
        ProblemWriter.decorate(fault.code(), request, response);
        return answer(ProblemBody.of(fault, request));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Fault faultOf(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException e) {
            return JsonFaults.of(e.getCause());
        }
        if (failure instanceof MethodArgumentNotValidException e) {
            return ConstraintFaults.ofBody(e.getBindingResult().getFieldErrors());
        }
        if (failure instanceof HandlerMethodValidationException e) {
            return ConstraintFaults.ofParameters(e.getParameterValidationResults());
        }
        if (failure instanceof MissingRequestHeaderException e) {
            return e.getHeaderName().equalsIgnoreCase(IF_MATCH)
                    ? new Fault(ProblemCode.PRECONDITION_REQUIRED)
                    : Fault.invalid(e.getHeaderName(), FieldCode.MISSING, Map.of());
        }
        if (failure instanceof MissingServletRequestParameterException e) {
            return Fault.invalid(e.getParameterName(), FieldCode.MISSING, Map.of());
        }
        if (failure instanceof MethodArgumentTypeMismatchException e) {
            return Fault.invalid(
                    ConstraintFaults.nameOf(e.getParameter()),
                    FieldCode.WRONG_TYPE,
                    Map.of("expected", Expected.of(e.getRequiredType())));
        }
        return failure instanceof ErrorResponse e
                ? ofStatus(e.getStatusCode(), failure)
                : Failures.faultOf(failure);
    }

    private static Fault ofStatus(HttpStatusCode status, Exception failure) {
        return switch (status.value()) {
            case 400 -> new Fault(ProblemCode.INVALID_REQUEST);
            case 404 -> new Fault(ProblemCode.NOT_FOUND);
            case 405 -> new Fault(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> new Fault(ProblemCode.NOT_ACCEPTABLE);
            case 413 -> new Fault(ProblemCode.PAYLOAD_TOO_LARGE);
            case 415 -> new Fault(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            default -> Failures.faultOf(failure);
        };
    }
}
