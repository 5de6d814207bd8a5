package dev.guanjia.server.idempotency;

import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes two requests the same: method, path, query and the body as JSON, whatever the order of
 * its names and its spaces. Numbers and texts count as they are written.
 */
@Component
public class Fingerprints {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();

    /**
     * The fingerprint of a request.
     *
     * @param method the HTTP method
     * @param target path and query
     * @param body the bytes of the body, perhaps none, perhaps not JSON
     * @return SHA-256, in hexadecimal
     */
    public String of(String method, String target, byte[] body) {
        return Sha256.hex(method + " " + target + "\n" + canonical(body));
    }

    private String canonical(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try {
            JsonNode tree = mapper.readTree(body);
            return mapper.writeValueAsString(tree);
        } catch (JacksonException notJson) {
            // it will be refused; until then it only has to differ from every other request
            return HexFormat.of().formatHex(Sha256.of(Arrays.copyOf(body, body.length)));
        }
    }
}
