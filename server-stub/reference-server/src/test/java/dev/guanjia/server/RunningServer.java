package dev.guanjia.server;

import dev.guanjia.server.postgres.Database;
import dev.guanjia.server.postgres.DatabaseAddress;
import dev.guanjia.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The real server on a real PostgreSQL, started once for all tests of a JVM on a folder of its own.
 * Tests share its data: each makes the staff and the things it needs and looks at those alone.
 */
public final class RunningServer {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Server server;

    private RunningServer(Server server) {
        this.server = server;
    }

    private static final class Holder {
        static final RunningServer SHARED = start();
    }

    /** The server that all tests share. */
    public static RunningServer shared() {
        return Holder.SHARED;
    }

    private static RunningServer start() {
        try {
            Path folder = Files.createTempDirectory("guanjia-test");
            Map<String, String> environment =
                    Map.of("GUANJIA_PORT", "0", "GUANJIA_DATA_DIR", folder.toString());
            Server server = Server.start(Settings.from(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new RunningServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Another server, on a database of its own beside this one, for a company of another template;
     * whoever starts it closes it.
     */
    public RunningServer another(String database, Path folder) {
        db().sql("create database " + database).update();
        Map<String, String> environment =
                Map.of(
                        "GUANJIA_PORT",
                        "0",
                        "GUANJIA_DATA_DIR",
                        folder.toString(),
                        "GUANJIA_DB_URL",
                        databaseUrl(database));
        return new RunningServer(Server.start(Settings.from(environment)));
    }

    /** Where a database beside this one is, with name and password. */
    public String databaseUrl(String database) {
        DatabaseAddress address = part(Database.class).address();
        return address.url().replace("/postgres", "/" + database)
                + "?user="
                + address.user().orElseThrow()
                + "&password="
                + address.password().orElseThrow();
    }

    /** Stops it; the shared one stops by itself. */
    public void close() {
        server.close();
    }

    /** Calls as the administrator. */
    public Api asAdministrator() {
        return as(administratorToken());
    }

    /** The token of the administrator. */
    public String administratorToken() {
        return server.developmentToken().orElseThrow();
    }

    /** Calls with a token. */
    public Api as(String token) {
        return new Api(server.uri(), Map.of("Authorization", "Bearer " + token));
    }

    /** Calls without a token. */
    public Api asNobody() {
        return new Api(server.uri(), Map.of());
    }

    /** Calls as a new person who holds these posts. */
    public Api holding(String... posts) {
        return as(newcomer(posts).text("/token"));
    }

    /** A new person who holds these posts: {@code /staff_id} and {@code /token}. */
    public Reply newcomer(String... posts) {
        Api administrator = asAdministrator();
        String staff =
                administrator
                        .post("/staff", staffBody(NUMBERS.incrementAndGet(), "测试员"))
                        .expect(201)
                        .text("/id");
        for (String post : posts) {
            if (post.equals("MAINTENANCE_WORKER")) {
                certify(staff);
            }
            administrator
                    .post(
                            "/staff/" + staff + "/assignments",
                            "{\"post\": \"%s\", \"from\": \"2024-01-01\"}".formatted(post))
                    .expect(201);
        }
        return administrator
                .post("/staff/" + staff + "/tokens", "{\"label\": \"test\"}")
                .expect(201);
    }

    /** Nobody is a maintenance worker without. */
    private void certify(String staff) {
        asAdministrator()
                .post(
                        "/staff/" + staff + "/qualifications",
                        """
                        {"kind": "MAINTENANCE_CERTIFICATE", "number": "M-1", "from": "2020-01-01"}
                        """)
                .expect(201);
    }

    private static String staffBody(int number, String name) {
        return "{\"staff_no\": \"T%d\", \"name\": \"%s\"}".formatted(number, name);
    }

    /** Where it answers. */
    public URI uri() {
        return server.uri();
    }

    /** A part of the server, for what no request reaches. */
    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** Does something in a transaction, as a command would. */
    public void inTransaction(Runnable action) {
        server.part(TransactionOperations.class).executeWithoutResult(status -> action.run());
    }

    /** This server once its company is set up, open from 09:00 to 18:00; whoever needs it first. */
    public RunningServer withCompany() {
        return withCompany("SINGLE_COMMUNITY");
    }

    /** This server once a company is set up from a template. */
    public RunningServer withCompany(String template) {
        String body =
                "{\"name\": \"安和物业管理有限公司\", \"template_id\": \"%s\","
                        + " \"office_hours\": {\"opens\": \"09:00\", \"closes\": \"18:00\"}}";
        Reply reply = asAdministrator().post("/company", body.formatted(template));
        if (reply.status() != 201) {
            reply.expectProblem(409, "company-exists");
        }
        return this;
    }

    /** The tables behind the API. */
    public JdbcClient db() {
        return server.part(JdbcClient.class);
    }
}
