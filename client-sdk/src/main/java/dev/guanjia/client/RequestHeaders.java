package dev.guanjia.client;

import java.net.http.HttpRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, in which post and language. Never prints the token.
 *
 * @param token asked once per call
 * @param actingPost null: the caller holds one post only
 * @param language null: the server chooses
 * @param userAgent the SDK, the JDK and the application
 */
record RequestHeaders(
        Supplier<String> token,
        @Nullable String actingPost,
        @Nullable Language language,
        String userAgent)
        implements Consumer<HttpRequest.Builder> {

    @Override
    public void accept(HttpRequest.Builder request) {
        request.setHeader("Authorization", "Bearer " + checked(token.get()));
        request.setHeader("User-Agent", userAgent);
        if (actingPost != null) {
            request.setHeader("Acting-Post", actingPost);
        }
        if (language != null) {
            request.setHeader("Accept-Language", language.tag());
        }
    }

    RequestHeaders actingAs(String post) {
        return new RequestHeaders(token, post, language, userAgent);
    }

    RequestHeaders in(Language other) {
        return new RequestHeaders(token, actingPost, other, userAgent);
    }

    // the JDK would print a header value that it refuses, so it must never see a bad token
    private static String checked(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new IllegalStateException("the token supplier gave no token");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalStateException(
                    "the token holds a space, a line break or a letter that no token has");
        }
        return token;
    }

    @Override
    public String toString() {
        return "RequestHeaders[actingPost=" + actingPost + ", language=" + language + "]";
    }
}
