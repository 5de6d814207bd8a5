package dev.guanjia.server.edge;

import dev.guanjia.server.access.Authentication;
import dev.guanjia.server.access.Authentication.Claim;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.audit.RefusalLog;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.ProblemWriter;
import dev.guanjia.server.problem.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller of every request. Only health may be asked for by anybody, and a feed of duties
 * by whoever has its address, because calendar programs send no headers.
 */
@Component
class AuthenticationFilter extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";
    private static final String OPERATION = "/actuator";
    private static final String FEED = "/v1/duty-feeds/";

    private final Authentication authentication;
    private final RefusalLog refusals;
    private final ProblemWriter problems;

    AuthenticationFilter(
            Authentication authentication, RefusalLog refusals, ProblemWriter problems) {
        this.authentication = authentication;
        this.refusals = refusals;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            if (!isFeed(request)) {
                admit(request);
            }
            requireStorableQuery(request);
        } catch (Fault fault) {
            problems.write(fault, request, response);
            return;
        } catch (Refused refused) {
            refusals.note(refused, request);
            problems.write(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isFeed(HttpServletRequest request) {
        return !Commands.isCommand(request) && request.getServletPath().startsWith(FEED);
    }

    private void admit(HttpServletRequest request) {
        Claim claim =
                new Claim(
                        Optional.ofNullable(request.getHeader("Authorization")),
                        Optional.ofNullable(request.getHeader("Acting-Post")),
                        isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr()),
                        Commands.isCommand(request));
        Caller caller = authentication.identify(claim);
        CurrentCaller.set(request, caller);
        CurrentCaller.set(request, authentication.inPost(caller, claim));
        if (request.getServletPath().startsWith(OPERATION) && !caller.administrator()) {
            throw new Fault(ProblemCode.NOT_FOUND);
        }
    }

    /** A zero character can be written in a query, but not looked up. */
    private static void requireStorableQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains("%00")) {
            return;
        }
        for (String parameter : query.split("&")) {
            if (parameter.contains("%00")) {
                throw Fault.invalid(
                        parameter.split("=", 2)[0].replace("%00", ""),
                        FieldCode.UNUSABLE_CHARACTER,
                        Map.of());
            }
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
