package dev.guanjia.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.guanjia.server.postgres.Database;
import dev.guanjia.server.postgres.DatabaseAddress;
import dev.guanjia.server.postgres.Durability;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The connections to a database that forgets nothing and whose tables are up to date. All that is
 * made in the background, for the server has enough to do meanwhile.
 */
final class Pool {

    /** Answers to commands wait for a connection, so there are about as many as threads. */
    private static final int CONNECTIONS = 20;

    private static final long PATIENCE_MILLIS = 5_000;

    private final CompletableFuture<HikariDataSource> opened;

    private Pool(CompletableFuture<HikariDataSource> opened) {
        this.opened = opened;
    }

    static Pool openingOn(Database database) {
        return new Pool(
                CompletableFuture.supplyAsync(
                        () -> open(database.address()),
                        work -> new Thread(work, "database-open").start()));
    }

    /**
     * Waits until it can be used.
     *
     * @throws RuntimeException why it cannot, as {@link StartFailure} explains it
     */
    DataSource await() {
        return opened.join();
    }

    /** Lets the connections go, if there are any. */
    void giveUp() {
        opened.whenComplete(
                (pool, failure) -> {
                    if (pool != null) {
                        pool.close();
                    }
                });
    }

    private static HikariDataSource open(DatabaseAddress address) {
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
            bringUpToDate(pool);
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static void bringUpToDate(DataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .validateOnMigrate(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
