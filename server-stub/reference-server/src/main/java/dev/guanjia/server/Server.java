package dev.guanjia.server;

import dev.guanjia.server.access.AdministratorToken;
import dev.guanjia.server.postgres.Database;
import dev.guanjia.server.postgres.EmbeddedPostgres;
import dev.guanjia.server.postgres.ExternalPostgres;
import dev.guanjia.server.settings.Settings;
import dev.guanjia.server.settings.StartRefused;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running server: the web server, and the database if it is ours. */
public final class Server implements AutoCloseable {

    private final Settings settings;
    private final AdministratorToken token;
    private final ConfigurableApplicationContext context;

    private Server(
            Settings settings, AdministratorToken token, ConfigurableApplicationContext context) {
        this.settings = settings;
        this.token = token;
        this.context = context;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param settings where and on what
     * @return the running server
     * @throws StartRefused if it cannot, for a reason the operator can act on
     */
    public static Server start(Settings settings) {
        AdministratorToken token = AdministratorToken.of(settings);
        Database database =
                settings.databaseUrl()
                        .<Database>map(ExternalPostgres::new)
                        .orElseGet(() -> EmbeddedPostgres.startingOn(settings.dataFolder()));
        Pool pool = Pool.openingOn(database);
        try {
            Server server = new Server(settings, token, run(settings, token, database, pool));
            Footprint.shrink();
            return server;
        } catch (RuntimeException e) {
            pool.giveUp();
            database.close();
            throw StartFailure.explain(e);
        }
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(GuanjiaApplication.class);
        application.setMainApplicationClass(GuanjiaApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        return application;
    }

    private static ConfigurableApplicationContext run(
            Settings settings, AdministratorToken token, Database database, Pool pool) {
        SpringApplication application = application();
        application.addInitializers(
                context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(AdministratorToken.class, () -> token);
                    beans.registerBean(Database.class, () -> database);
                    beans.registerBean(Pool.class, () -> pool);
                });
        return application.run();
    }

    /**
     * Where it answers.
     *
     * @return the address without a path
     */
    public URI uri() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        String host =
                settings.bind().isAnyLocalAddress()
                        ? "localhost"
                        : settings.bind().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /**
     * The token made at this start, if none was given.
     *
     * @return a token that is accepted over the loopback address only
     */
    public Optional<String> developmentToken() {
        return token.development();
    }

    /** A part of the running server, for tests that look behind the API. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Answers what was asked, then stops: the web server, the pool, the database. */
    @Override
    public void close() {
        context.close();
    }
}
