package dev.guanjia.server.edge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Days and instants as the document writes them, and in no other form: the library would also take
 * lists of numbers, seconds since 1970 and years of five digits.
 *
 * @param <T> the type
 */
final class TimeText<T> extends StdScalarDeserializer<T> {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile(
                    DAY + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})",
                    Pattern.CASE_INSENSITIVE);

    private final Pattern shape;
    private final Function<String, T> parse;

    private TimeText(Class<T> type, Pattern shape, Function<String, T> parse) {
        super(type);
        this.shape = shape;
        this.parse = parse;
    }

    static TimeText<LocalDate> day() {
        return new TimeText<>(LocalDate.class, DAY, LocalDate::parse);
    }

    static TimeText<OffsetDateTime> instant() {
        return new TimeText<>(OffsetDateTime.class, INSTANT, OffsetDateTime::parse);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "text expected");
        }
        String text = parser.getString();
        try {
            if (shape.matcher(text).matches()) {
                return parse.apply(text);
            }
        } catch (DateTimeException noSuchDay) {
            // reported below, like any other text that is none
        }
        throw InvalidFormatException.from(parser, "wrong form", text, handledType());
    }
}
