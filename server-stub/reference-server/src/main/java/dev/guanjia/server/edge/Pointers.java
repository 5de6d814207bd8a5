package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Beginning;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Names places in a body as the document does: snake_case, as a JSON Pointer. */
final class Pointers {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final int LONGEST = 300;

    private Pointers() {}

    /** From {@code units[3].floorArea}, as Bean Validation writes it. */
    static String ofProperty(String path) {
        String plain = INDEX.matcher(path).replaceAll(".$1");
        String snake = HUMP.matcher(plain).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        return cut("/" + snake.replace('.', '/'));
    }

    /** From the steps that Jackson took. */
    static String of(List<JacksonException.Reference> steps) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : steps) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? step.getIndex() : escape(name));
        }
        return cut(pointer.toString());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String pointer) {
        return Beginning.of(pointer, LONGEST);
    }
}
