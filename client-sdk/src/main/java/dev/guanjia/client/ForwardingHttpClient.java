package dev.guanjia.client;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTP client around another, whose settings it shows. */
abstract class ForwardingHttpClient extends HttpClient {
    private final HttpClient next;

    ForwardingHttpClient(HttpClient next) {
        this.next = next;
    }

    HttpClient next() {
        return next;
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return next.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return next.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return next.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return next.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return next.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return next.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return next.authenticator();
    }

    @Override
    public Version version() {
        return next.version();
    }

    @Override
    public Optional<Executor> executor() {
        return next.executor();
    }
}
