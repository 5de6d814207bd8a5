package dev.guanjia.server.edge;

import dev.guanjia.server.idempotency.Answer;
import dev.guanjia.server.idempotency.Answer.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Takes an answer out of a response that is held back, and puts it into another. */
final class Answers {

    private static final String REPLAY = "Idempotent-Replay";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final List<String> KEPT = List.of("ETag", "Location");

    private Answers() {}

    static boolean isSuccess(ContentCachingResponseWrapper held) {
        return held.getStatus() / 100 == 2;
    }

    static Answer of(ContentCachingResponseWrapper held) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT) {
            String value = held.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (held.getContentType() != null) {
            headers.put(CONTENT_TYPE, held.getContentType());
        }
        return new Answer(held.getStatus(), headers, new Body(held.getContentAsByteArray()));
    }

    static void replay(Answer answer, ContentCachingResponseWrapper held) {
        held.setStatus(answer.status());
        held.setHeader(REPLAY, "true");
        answer.headers().forEach(held::setHeader);
        try {
            held.getOutputStream().write(answer.body().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
