package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request whose body has been read and can be read again. */
final class BodyRequest extends HttpServletRequestWrapper {

    /** What the largest batch the document allows needs, twice over. */
    private static final int MOST_BYTES = 1 << 20;

    /** Told by the type alone: the request itself answers with what it was set to. */
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

    /** UTF-8, and what is a part of it. */
    private static final Set<String> READ = Set.of("UTF-8", "US-ASCII");

    private final byte[] body;

    private BodyRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    static BodyRequest read(HttpServletRequest request) throws IOException {
        if (!isPlain(request)) {
            throw new Fault(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        return new BodyRequest(request, body);
    }

    /** Whether the bytes are the text itself, in UTF-8: anything else would be read as that. */
    private static boolean isPlain(HttpServletRequest request) {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
            return false;
        }
        String type = request.getContentType();
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        return !charset.find() || READ.contains(charset.group(1).toUpperCase(Locale.ROOT));
    }

    private static Fault tooLarge() {
        return new Fault(
                ProblemCode.PAYLOAD_TOO_LARGE, Map.of("bytes", String.valueOf(MOST_BYTES)));
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream in;

        Bytes(byte[] body) {
            this.in = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return in.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("this body is read already");
        }
    }
}
