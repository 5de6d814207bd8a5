package dev.guanjia.server;

import dev.guanjia.server.api.config.EnumConverterConfiguration;
import dev.guanjia.server.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * The parts that Spring puts together. Nothing here is wrapped at run time: transactions are begun
 * where they are needed, and Spring checks the arguments of controllers by itself.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "dev.guanjia.server.access",
    "dev.guanjia.server.application",
    "dev.guanjia.server.audit",
    "dev.guanjia.server.edge",
    "dev.guanjia.server.idempotency",
    "dev.guanjia.server.problem",
    "dev.guanjia.server.store",
    "dev.guanjia.server.web"
})
@Import({BootParts.class, Catalogues.class, EnumConverterConfiguration.class, WebServerParts.class})
class GuanjiaApplication {

    /** Where the day begins when nothing says of which community: with the company, in China. */
    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Is called while building, by what writes down how the parts fit together, see decisions/0007.
     * The program is {@link ReferenceServer}.
     */
    public static void main(String[] args) {
        Server.application().run(args);
    }

    @Bean
    Clock clock() {
        // PostgreSQL keeps microseconds: what is answered must be what is stored
        return Clock.tick(Clock.system(COMPANY_ZONE), Duration.ofNanos(1_000));
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    LocalValidatorFactoryBean validator() {
        return new LocalValidatorFactoryBean();
    }

    @Bean
    MessageSource messageSource() {
        return new NoMessages();
    }

    /** The database is let go after its connections, and so stands here. */
    @Bean
    DataSource dataSource(Pool pool, Database database) {
        return pool.await();
    }
}
