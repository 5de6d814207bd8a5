package dev.guanjia.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which requests change something. */
final class Commands {

    private static final Set<String> METHODS = Set.of("POST", "PATCH", "DELETE");

    private Commands() {}

    static boolean isCommand(HttpServletRequest request) {
        return METHODS.contains(request.getMethod());
    }
}
