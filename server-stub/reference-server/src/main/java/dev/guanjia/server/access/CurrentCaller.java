package dev.guanjia.server.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The caller of the request that this thread serves. For controllers; below them, pass it on. */
@Component
public class CurrentCaller {

    private static final String ATTRIBUTE = Caller.class.getName();

    /**
     * The caller.
     *
     * @return whom the token named
     * @throws IllegalStateException outside a request under {@code /v1}
     */
    public Caller get() {
        Object caller =
                RequestContextHolder.currentRequestAttributes()
                        .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (caller instanceof Caller known) {
            return known;
        }
        throw new IllegalStateException("this request has no caller");
    }

    /**
     * The caller of a request, for filters.
     *
     * @param request a request past authentication
     * @return whom the token named
     */
    public static Caller of(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    /**
     * Notes the caller.
     *
     * @param request the request
     * @param caller whom its token named
     */
    public static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
