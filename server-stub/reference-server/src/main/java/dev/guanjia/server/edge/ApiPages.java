package dev.guanjia.server.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The document, and pages on which it can be read and tried. Nothing is derived from our code. */
@Configuration(proxyBeanMethods = false)
class ApiPages implements WebMvcConfigurer {

    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String PAGES = "classpath:/META-INF/resources/webjars/swagger-ui/";
    private static final String DOCUMENT = "classpath:/META-INF/openapi/guanjia/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/pages/**")
                .addResourceLocations(PAGES + version() + "/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
        registry.addResourceHandler("/openapi.yaml").addResourceLocations(DOCUMENT);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = ApiPages.class.getClassLoader().getResourceAsStream(WEBJAR)) {
            if (in == null) {
                throw new IllegalStateException("the jar with the API pages is missing");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
