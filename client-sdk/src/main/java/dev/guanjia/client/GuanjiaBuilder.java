package dev.guanjia.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Guanjia} needs. Not thread-safe; only the token has no default. */
public final class GuanjiaBuilder {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final String address;
    private @Nullable Supplier<String> token;
    private @Nullable String actingPost;
    private @Nullable Language language;
    private @Nullable String application;
    private @Nullable Duration connectTimeout;
    private Duration requestTimeout = Duration.ofSeconds(30);
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private @Nullable HttpClient httpClient;
    private Timing timing = Timing.SYSTEM;

    GuanjiaBuilder(String address) {
        this.address = address;
    }

    /** Asked once per call, so that it may renew the token; must be thread-safe. */
    public GuanjiaBuilder token(Supplier<String> token) {
        this.token = token;
        return this;
    }

    /** The post in which the caller acts; needed only by a caller who holds several. */
    public GuanjiaBuilder actingAs(String post) {
        this.actingPost = HeaderText.require("acting post", post);
        return this;
    }

    /** The language of messages; unless given, the server chooses. */
    public GuanjiaBuilder language(Language language) {
        this.language = language;
        return this;
    }

    /** Names the calling application in the User-Agent, for instance {@code cash-desk/2.1}. */
    public GuanjiaBuilder application(String name, String version) {
        this.application =
                HeaderText.require("application name", name)
                        + "/"
                        + HeaderText.require("application version", version);
        return this;
    }

    /** How long to wait for a connection; unless given, 5 seconds. */
    public GuanjiaBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive("connect timeout", timeout);
        return this;
    }

    /** How long one attempt may take until its answer is read whole; unless given, 30 seconds. */
    public GuanjiaBuilder requestTimeout(Duration timeout) {
        this.requestTimeout = positive("request timeout", timeout);
        return this;
    }

    /** When to try again; unless given, {@link RetryPolicy#standard()}. */
    public GuanjiaBuilder retryPolicy(RetryPolicy policy) {
        this.retryPolicy = policy;
        return this;
    }

    /** The HTTP client to call with, for a proxy, certificates or executors of one's own. */
    public GuanjiaBuilder httpClient(HttpClient client) {
        this.httpClient = client;
        return this;
    }

    GuanjiaBuilder timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException if there is no token, or a connect timeout is given together
     *     with an HTTP client, which has a connect timeout of its own
     */
    public Guanjia build() {
        if (token == null) {
            throw new IllegalStateException("a token is needed: .token(() -> ...)");
        }
        if (httpClient != null && connectTimeout != null) {
            throw new IllegalStateException("set the connect timeout on the HTTP client given");
        }
        HttpClient wire = httpClient == null ? standardHttpClient() : httpClient;
        HttpClient http =
                new UncheckedHttpClient(new RetryingHttpClient(wire, retryPolicy, timing));
        return new Guanjia(
                new Guanjia.Connection(address, http, Json.mapper(), requestTimeout),
                new RequestHeaders(token, actingPost, language, userAgent()));
    }

    private HttpClient standardHttpClient() {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout);
        if (address.startsWith("http:")) {
            // without TLS the JDK asks each server to upgrade, which some proxies answer with 400
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        return builder.build();
    }

    private String userAgent() {
        String sdk = "guanjia-java/" + SdkVersion.TEXT + " Java/" + Runtime.version().feature();
        return application == null ? sdk : sdk + " " + application;
    }

    private static Duration positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be longer than zero: " + duration);
        }
        return duration;
    }
}
