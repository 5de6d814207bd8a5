package dev.guanjia.server.edge;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Which filter comes when, and for which paths. They are named, not given: the web server is set up
 * first of all, and would otherwise wait, for the sake of its filters, until the database is up.
 */
@Configuration(proxyBeanMethods = false)
class Filters {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final String API = "/v1/*";
    private static final String OPERATION = "/actuator/*";

    @Bean
    DelegatingFilterProxyRegistrationBean traceOrder() {
        return ordered("traceFilter", FIRST, "/*");
    }

    @Bean
    DelegatingFilterProxyRegistrationBean authenticationOrder() {
        return ordered("authenticationFilter", FIRST + 1, API, OPERATION);
    }

    @Bean
    DelegatingFilterProxyRegistrationBean commandOrder() {
        return ordered("commandFilter", FIRST + 2, API);
    }

    private static DelegatingFilterProxyRegistrationBean ordered(
            String filter, int order, String... patterns) {
        DelegatingFilterProxyRegistrationBean registration =
                new DelegatingFilterProxyRegistrationBean(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
