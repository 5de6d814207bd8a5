package dev.guanjia.server.edge;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the document calls a Java type. */
final class Expected {

    private static final Map<Class<?>, String> NAMES =
            Map.of(
                    String.class, "string",
                    Integer.class, "integer",
                    int.class, "integer",
                    Long.class, "integer",
                    Boolean.class, "boolean",
                    boolean.class, "boolean",
                    LocalDate.class, "date yyyy-MM-dd",
                    OffsetDateTime.class, "date-time with offset");

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "object";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return NAMES.getOrDefault(type, type.isEnum() ? "string" : "object");
    }
}
