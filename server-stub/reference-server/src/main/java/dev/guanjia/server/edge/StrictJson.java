package dev.guanjia.server.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableJackson3Module;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.ConstructorDetector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads a body exactly as the document says: no unknown or repeated names, no number for a text, no
 * text for a number, no null where there is none.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer strictness() {
        return StrictJson::apply;
    }

    static void apply(JsonMapper.Builder mapper) {
        mapper.addModule(new JsonNullableJackson3Module())
                .addModule(
                        new SimpleModule()
                                .setDeserializers(GivenOrNull.ofAll())
                                .addDeserializer(String.class, new StorableText())
                                .addDeserializer(LocalDate.class, TimeText.day())
                                .addDeserializer(OffsetDateTime.class, TimeText.instant()))
                // the models are filled field by field, so that every missing one is reported
                .constructorDetector(ConstructorDetector.DEFAULT.withRequireAnnotation(true))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultPropertyInclusion(
                        v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(
                        nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .withConfigOverride(
                        JsonNullable.class,
                        c -> c.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)));
        mapper.withCoercionConfig(
                LogicalType.Textual,
                c ->
                        c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
