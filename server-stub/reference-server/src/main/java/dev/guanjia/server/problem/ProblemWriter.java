package dev.guanjia.server.problem;

import dev.guanjia.decision.Language;
import dev.guanjia.server.api.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller does. */
@Component
public class ProblemWriter {

    private static final String REALM = "Bearer realm=\"guanjia\"";
    private static final String RETRY_SECONDS = "1";

    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Answers; what was prepared before is dropped.
     *
     * @param fault what went wrong
     * @param request the request
     * @param response not yet committed
     * @throws IOException if the caller is gone
     */
    public void write(Fault fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        decorate(fault.code(), request, response);
        write(ProblemBody.of(fault, request), response);
    }

    /**
     * Answers with a refusal.
     *
     * @param refused why
     * @param request the request
     * @param response not yet committed
     * @throws IOException if the caller is gone
     */
    public void write(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        decorate(ProblemCode.REFUSED, request, response);
        write(ProblemBody.of(refused, request), response);
    }

    private void write(Problem problem, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        byte[] body = mapper.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /**
     * Sets the headers that go with a problem.
     *
     * @param code the kind of problem
     * @param request the request
     * @param response not yet committed
     */
    public static void decorate(
            ProblemCode code, HttpServletRequest request, HttpServletResponse response) {
        boolean chinese = RequestLanguage.of(request) == Language.ZH_CN;
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, chinese ? "zh-CN" : "en");
        if (code == ProblemCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
        }
        if (code == ProblemCode.UNAVAILABLE || code == ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }
}
