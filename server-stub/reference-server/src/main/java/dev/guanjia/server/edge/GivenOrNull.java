package dev.guanjia.server.edge;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableJackson3Deserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.ReferenceTypeDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.type.ReferenceType;

/**
 * What a change gives, clears or leaves: the library would take a blank text in the place of a day
 * or a number for a value that is left.
 */
final class GivenOrNull extends JsonNullableJackson3Deserializer {

    private GivenOrNull(
            JavaType type, @Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> value) {
        super(type, null, typed, value);
    }

    /** Reads every value that may be null. */
    static SimpleDeserializers ofAll() {
        return new SimpleDeserializers() {
            @Override
            public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                    ReferenceType type,
                    DeserializationConfig config,
                    BeanDescription.Supplier bean,
                    @Nullable TypeDeserializer typed,
                    @Nullable ValueDeserializer<?> value) {
                return type.hasRawClass(JsonNullable.class)
                        ? new GivenOrNull(type, typed, value)
                        : null;
            }
        };
    }

    @Override
    protected ReferenceTypeDeserializer<JsonNullable<Object>> withResolved(
            @Nullable TypeDeserializer typed, ValueDeserializer<?> value) {
        return new GivenOrNull(_fullType, typed, value);
    }

    @Override
    public JsonNullable<Object> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNullable<Object> value = super.deserialize(parser, context);
        if (!value.isPresent()) {
            throw InvalidFormatException.from(
                    parser,
                    "wrong form",
                    parser.getString(),
                    _fullType.getReferencedType().getRawClass());
        }
        return value;
    }
}
