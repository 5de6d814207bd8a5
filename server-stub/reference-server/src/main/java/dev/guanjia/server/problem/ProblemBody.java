package dev.guanjia.server.problem;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.decision.Wording;
import dev.guanjia.server.api.model.FieldError;
import dev.guanjia.server.api.model.Problem;
import dev.guanjia.server.api.model.Reason;
import dev.guanjia.server.trace.Trace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** Words problems: code and facts are the same in every language, title and detail are not. */
public final class ProblemBody {

    private static final String TYPE = "urn:guanjia:problem:";
    private static final int FORBIDDEN = 403;

    /** As many as the document allows. */
    private static final int MOST_ERRORS = 1000;

    private ProblemBody() {}

    /** The second sentence of a code, which names facts. */
    private record Detail(ProblemCode code) implements RefusalCode {
        @Override
        public String key() {
            return code.key() + ".detail";
        }
    }

    /**
     * Words a fault.
     *
     * @param fault what went wrong
     * @param request the request it answers
     * @return the body
     */
    public static Problem of(Fault fault, HttpServletRequest request) {
        Language language = RequestLanguage.of(request);
        ProblemCode code = fault.code();
        Problem problem = body(code.key(), title(code, language), code.status(), request);
        if (!fault.facts().isEmpty()) {
            problem.detail(Wording.of(new Refusal(new Detail(code), fault.facts()), language));
        }
        if (!fault.fields().isEmpty()) {
            problem.errors(errors(fault.fields(), language));
        }
        return problem;
    }

    /**
     * Words a refusal: its code is that of the most important reason.
     *
     * @param refused why
     * @param request the request it answers
     * @return the body
     */
    public static Problem of(Refused refused, HttpServletRequest request) {
        Language language = RequestLanguage.of(request);
        List<Reason> reasons = refused.reasons().stream().map(r -> reason(r, language)).toList();
        int status = refused.breach().isPresent() ? FORBIDDEN : ProblemCode.REFUSED.status();
        Reason first = reasons.get(0);
        Problem problem =
                body(first.getCode(), title(ProblemCode.REFUSED, language), status, request)
                        .detail(first.getMessage())
                        .reasons(reasons);
        if (!refused.places().isEmpty()) {
            problem.errors(errors(refused.places(), language));
        }
        return problem;
    }

    private static Problem body(String code, String title, int status, HttpServletRequest request) {
        return new Problem(TYPE + code, title, status, code)
                .instance(request.getRequestURI())
                .traceId(Trace.id(request));
    }

    private static String title(ProblemCode code, Language language) {
        return Wording.of(new Refusal(code, Map.of()), language);
    }

    private static List<FieldError> errors(List<FieldFault> faults, Language language) {
        return faults.stream().limit(MOST_ERRORS).map(f -> error(f, language)).toList();
    }

    private static FieldError error(FieldFault fault, Language language) {
        String message = Wording.of(new Refusal(fault.code(), fault.facts()), language);
        return new FieldError(fault.pointer(), fault.code().key(), message);
    }

    private static Reason reason(Refusal refusal, Language language) {
        return new Reason(refusal.code().key(), Wording.of(refusal, language), refusal.facts());
    }
}
