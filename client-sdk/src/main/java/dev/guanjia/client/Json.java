package dev.guanjia.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import dev.guanjia.client.generated.ApiClient;
import org.jspecify.annotations.Nullable;

/** The mapper of the wire: exact decimals out, and tolerant of a server newer than this SDK. */
final class Json {
    private Json() {}

    static ObjectMapper mapper() {
        ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
        mapper.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
        // off by default in the generated mapper, and then an unknown subtype is silently null
        mapper.enable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE);
        mapper.addHandler(new UnknownSubtypes());
        return mapper;
    }

    /** A subtype newer than this SDK is read as its base type. */
    private static final class UnknownSubtypes extends DeserializationProblemHandler {
        @Override
        public JavaType handleUnknownTypeId(
                DeserializationContext context,
                JavaType base,
                String id,
                @Nullable TypeIdResolver resolver,
                @Nullable String message) {
            return base;
        }
    }
}
