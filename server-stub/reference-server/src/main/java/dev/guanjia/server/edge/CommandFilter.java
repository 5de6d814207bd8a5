package dev.guanjia.server.edge;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.idempotency.Attempt;
import dev.guanjia.server.idempotency.Fingerprints;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a command one thing that happens once: its key, its transaction, its answer. The answer is
 * held back until the transaction is committed, and an answer that is not a success undoes it all.
 */
@Component
class CommandFilter extends OncePerRequestFilter {

    private final CommandTransaction transaction;
    private final Fingerprints fingerprints;
    private final Routes routes;
    private final ProblemWriter problems;

    CommandFilter(
            CommandTransaction transaction,
            Fingerprints fingerprints,
            Routes routes,
            ProblemWriter problems) {
        this.transaction = transaction;
        this.fingerprints = fingerprints;
        this.routes = routes;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Commands.isCommand(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!routes.leadsToOperation(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            BodyRequest body = BodyRequest.read(request);
            transaction.run(attempt(body), body, response, chain);
        } catch (Fault fault) {
            problems.write(fault, request, response);
        }
    }

    private Attempt attempt(BodyRequest request) {
        String key =
                Optional.ofNullable(request.getHeader("Idempotency-Key"))
                        .filter(Attempt::isKey)
                        .orElseThrow(() -> new Fault(ProblemCode.IDEMPOTENCY_KEY_MISSING));
        String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        String target = request.getRequestURI() + query;
        return Attempt.of(
                CurrentCaller.of(request),
                key,
                fingerprints.of(request.getMethod(), target, request.body()));
    }
}
