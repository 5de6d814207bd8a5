package dev.guanjia.server.paging;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param list the name of the list, such as {@code staff}; a cursor of another list is refused
 * @param limit how many items at most, 1 to 200
 * @param after the key of the last item seen; empty for the first page
 */
public record PageRequest(String list, int limit, Optional<String> after) {

    private static final String SEPARATOR = "|";
    private static final int DAY_LENGTH = 10;

    /**
     * Reads what the caller sent.
     *
     * @param list the name of the list
     * @param limit checked against the document already
     * @param cursor the cursor, if any
     * @return the request
     * @throws Fault 400 if this list never gave that cursor
     */
    public static PageRequest of(String list, int limit, @Nullable String cursor) {
        return new PageRequest(list, limit, Optional.ofNullable(cursor).map(c -> key(list, c)));
    }

    private static String key(String list, String cursor) {
        String text = decode(cursor);
        if (!text.startsWith(list + ":") || !encode(text).equals(cursor)) {
            throw invalid();
        }
        return text.substring(list.length() + 1);
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException garbage) {
            throw invalid();
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String cursor(String key) {
        return encode(list + ":" + key);
    }

    /**
     * How many rows a store fetches: one more than a page, to know whether there is another.
     *
     * @return limit + 1
     */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The key to continue after, as text.
     *
     * @return empty text for the first page, which sorts before every key
     */
    public String afterText() {
        String key = after.orElse("");
        if (key.indexOf(0) >= 0) {
            throw invalid();
        }
        return key;
    }

    /**
     * The key to continue after, as a sequence number.
     *
     * @return zero for the first page
     * @throws Fault 400 if the cursor holds no number
     */
    public long afterNumber() {
        return number(after.orElse("0"));
    }

    /**
     * The sequence number before which a page begins, in a list that begins with the row added
     * last.
     *
     * @return above every number for the first page
     * @throws Fault 400 if the cursor holds no number
     */
    public long beforeNumber() {
        return after.isEmpty() ? Long.MAX_VALUE : afterNumber();
    }

    /**
     * The key to continue after, where it has several parts.
     *
     * @param first the parts that sort before every key
     * @return as many parts
     * @throws Fault 400 if the cursor holds another number of parts
     */
    public List<String> afterParts(List<String> first) {
        if (after.isEmpty()) {
            return first;
        }
        List<String> parts = List.of(afterText().split("\\" + SEPARATOR, -1));
        if (parts.size() != first.size()) {
            throw invalid();
        }
        return parts;
    }

    /**
     * Joins the parts of a key.
     *
     * @param parts texts without {@code |}
     * @return the key
     */
    public static String join(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /**
     * An instant as a part of a key that is compared as text; a fraction of a second does not stand
     * in the way, as it does in {@link Instant#toString()}.
     *
     * @param at any instant
     * @return text that sorts as instants do, always of the same length
     */
    public static String moment(Instant at) {
        return "%020d.%09d"
                .formatted(at.getEpochSecond() - Instant.MIN.getEpochSecond(), at.getNano());
    }

    /**
     * Reads a part of a key that is a day.
     *
     * @param part the part
     * @return the day
     * @throws Fault 400 if it is none, or none of the years 0 to 9999
     */
    public static LocalDate day(String part) {
        try {
            LocalDate day = LocalDate.parse(part);
            if (part.length() != DAY_LENGTH) {
                throw invalid();
            }
            return day;
        } catch (DateTimeParseException forged) {
            throw invalid();
        }
    }

    /**
     * Reads a part of a key that is a number.
     *
     * @param part the part
     * @return the number
     * @throws Fault 400 if it is none
     */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException forged) {
            throw invalid();
        }
    }

    /**
     * A cursor that was not made here.
     *
     * @return the fault, 400
     */
    public static Fault invalid() {
        return new Fault(ProblemCode.CURSOR_INVALID);
    }
}
