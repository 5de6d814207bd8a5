package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.ProblemWriter;
import dev.guanjia.server.trace.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request its id, one line in the log, and an answer whatever happens. The line names
 * the path's template: ids of people and their queries stay out of it.
 */
@Component
class TraceFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.guanjia.server.requests");
    private static final double NANOS_PER_MILLI = 1e6;

    private final ProblemWriter problems;

    TraceFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        String id = Trace.id(request);
        MDC.put("trace_id", id);
        response.setHeader("Trace-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            answer(failure, request, response);
        } finally {
            log(request, response, System.nanoTime() - start);
            MDC.remove("trace_id");
        }
    }

    private void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Fault fault = Failures.faultOf(failure);
        if (fault.code() == ProblemCode.INTERNAL) {
            LOG.error("request failed", failure);
        }
        if (!response.isCommitted()) {
            problems.write(fault, request, response);
        }
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, long nanos) {
        Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", template == null ? "-" : template.toString())
                .addKeyValue("status", response.getStatus())
                .addKeyValue("duration_ms", Math.round(nanos / NANOS_PER_MILLI * 10) / 10.0)
                .log("request");
    }
}
