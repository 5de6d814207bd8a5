package dev.guanjia.server.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that are no HTTP get a problem, too; the web server would answer them with a page. */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int SERVER_ERROR = 500;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context ->
                        ((StandardHost) context.getParent())
                                .setErrorReportValveClass(Valve.class.getName()));
    }

    /** Made by the web server itself, by name. */
    public static final class Valve extends ErrorReportValve {

        private static final Map<Boolean, String> BODIES =
                Map.of(
                        false,
                        """
                        {"type":"urn:guanjia:problem:invalid-request",\
                        "title":"This is not a request that can be read.",\
                        "status":%d,"code":"invalid-request"}""",
                        true,
                        """
                        {"type":"urn:guanjia:problem:internal",\
                        "title":"The server failed; nothing was changed.",\
                        "status":%d,"code":"internal"}""");

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            byte[] body =
                    BODIES.get(status >= SERVER_ERROR)
                            .formatted(status)
                            .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType("application/problem+json");
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // nobody is there to read it
            }
        }
    }
}
