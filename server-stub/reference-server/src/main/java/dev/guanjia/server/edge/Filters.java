package dev.guanjia.server.edge;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Which filter comes when, and for which paths. */
@Configuration(proxyBeanMethods = false)
class Filters {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;
    static final String API = "/v1/*";
    static final String OPERATION = "/actuator/*";

    @Bean
    FilterRegistrationBean<TraceFilter> traceOrder(TraceFilter filter) {
        return ordered(filter, FIRST, "/*");
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authenticationOrder(AuthenticationFilter filter) {
        return ordered(filter, FIRST + 1, API, OPERATION);
    }

    @Bean
    FilterRegistrationBean<CommandFilter> commandOrder(CommandFilter filter) {
        return ordered(filter, FIRST + 2, API);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(
            F filter, int order, String... patterns) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
