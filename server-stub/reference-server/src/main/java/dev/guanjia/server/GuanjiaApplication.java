package dev.guanjia.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.guanjia.server.api.config.EnumConverterConfiguration;
import dev.guanjia.server.postgres.Database;
import dev.guanjia.server.postgres.DatabaseAddress;
import dev.guanjia.server.postgres.Durability;
import dev.guanjia.server.settings.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The parts that Spring puts together. */
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
@Import({BootParts.class, Catalogues.class, EnumConverterConfiguration.class})
class GuanjiaApplication {

    /**
     * The pool; answers to commands wait for a connection, so there are about as many as threads.
     */
    private static final int CONNECTIONS = 20;

    private static final long PATIENCE_MILLIS = 5_000;

    /** Where the day begins when nothing says of which community: with the company, in China. */
    private static final ZoneId COMPANY_ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        // PostgreSQL keeps microseconds: what is answered must be what is stored
        return Clock.tick(Clock.system(COMPANY_ZONE), Duration.ofNanos(1_000));
    }

    @Bean
    DataSource dataSource(Database database) {
        DatabaseAddress address = database.address();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("guanjia");
        pool.setJdbcUrl(address.url());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setAutoCommit(true);
        try {
            Durability.require(pool);
            return pool;
        } catch (StartRefused refused) {
            pool.close();
            throw refused;
        }
    }
}
