package dev.guanjia.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Whether a request leads to an operation. One that does not is answered with 404, 405 or 415, not
 * with what else would be wrong with it.
 */
@Component
class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> operations;

    Routes(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> operations) {
        this.operations = operations;
    }

    boolean leadsToOperation(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return operations.getObject().getHandler(request) != null;
        } catch (Exception refusedByMethodOrMediaType) {
            return false;
        }
    }
}
