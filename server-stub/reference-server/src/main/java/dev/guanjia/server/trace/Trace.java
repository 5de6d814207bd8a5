package dev.guanjia.server.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a request: the caller's, if it follows W3C Trace Context, otherwise one of ours. */
public final class Trace {

    private static final String ATTRIBUTE = Trace.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String ALL_ZERO = "0".repeat(32);
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /**
     * The id of this request, the same however often it is asked for.
     *
     * @param request the request
     * @return 32 hexadecimal digits
     */
    public static String id(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = fromHeader(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String fromHeader(@org.jspecify.annotations.Nullable String header) {
        Matcher matcher = TRACEPARENT.matcher(header == null ? "" : header);
        if (matcher.matches() && !matcher.group(1).equals(ALL_ZERO)) {
            return matcher.group(1);
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
