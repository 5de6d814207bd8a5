package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses before we see it is a problem, too. */
@Controller
class ErrorPage implements ErrorController {

    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final ProblemWriter problems;

    ErrorPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : NOT_FOUND;
        ProblemCode kind =
                code == NOT_FOUND
                        ? ProblemCode.NOT_FOUND
                        : code >= SERVER_ERROR ? ProblemCode.INTERNAL : ProblemCode.INVALID_REQUEST;
        problems.write(new Fault(kind), request, response);
    }
}
