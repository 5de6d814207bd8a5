package dev.guanjia.server;

import dev.guanjia.server.settings.Settings;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPageRegistrarBeanPostProcessor;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizerBeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The web server. Set up here and not by properties: Spring Boot asks for a hundred of them, one by
 * one, at each start.
 */
@Configuration(proxyBeanMethods = false)
class WebServerParts {

    private static final int THREADS = 32;
    private static final int SPARE_THREADS = 2;
    private static final int FORM_BYTES = 1 << 20;

    /** Answers in flight are finished before the database is let go. */
    @Bean
    TomcatServletWebServerFactory webServer(Settings settings) {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory();
        tomcat.setAddress(settings.bind());
        tomcat.setPort(settings.port());
        tomcat.setShutdown(Shutdown.GRACEFUL);
        tomcat.addConnectorCustomizers(WebServerParts::limit);
        return tomcat;
    }

    /** Lets the edge say how it answers what is too malformed to reach it. */
    @Bean
    static WebServerFactoryCustomizerBeanPostProcessor customizers() {
        return new WebServerFactoryCustomizerBeanPostProcessor();
    }

    @Bean
    static ErrorPageRegistrarBeanPostProcessor errorPages() {
        return new ErrorPageRegistrarBeanPostProcessor();
    }

    private static void limit(Connector connector) {
        connector.setMaxPostSize(FORM_BYTES);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setMaxThreads(THREADS);
            protocol.setMinSpareThreads(SPARE_THREADS);
        }
    }
}
