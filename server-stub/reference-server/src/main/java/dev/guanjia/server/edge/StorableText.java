package dev.guanjia.server.edge;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Text that PostgreSQL can keep: no zero character, no half of a surrogate pair. */
final class StorableText extends StringDeserializer {

    static final String WHY = "unusable character";

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            throw InvalidFormatException.from(parser, WHY, text, String.class);
        }
        return text;
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(StorableText::isUnusable);
    }

    private static boolean isUnusable(int codePoint) {
        return codePoint == 0
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
