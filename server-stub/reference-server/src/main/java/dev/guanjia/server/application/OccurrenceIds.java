package dev.guanjia.server.application;

import dev.guanjia.duty.OccurrenceKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of occurrences, which are computed and stored nowhere: the first day of the period, and a
 * digest of duty, post, cadence and part that the occurrences of that day can be searched for.
 */
public final class OccurrenceIds {

    private static final int DIGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("do_([0-9]{8})[0-9a-f]{20}");

    private OccurrenceIds() {}

    /**
     * The id of an occurrence.
     *
     * @param key which
     * @return such as {@code do_202603010c2a9d4e8f7b6a5c4d3e}
     */
    public static String of(OccurrenceKey key) {
        String name = key.duty() + "/" + key.post() + "/" + key.cadence().code();
        String whole = key.part().isEmpty() ? name : name + "/" + key.part();
        String digest =
                UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, DIGEST);
        return "do_" + key.start().format(DateTimeFormatter.BASIC_ISO_DATE) + digest;
    }

    /** The first day of the period; empty if it can be no id of an occurrence. */
    static Optional<LocalDate> day(String id) {
        Matcher parts = SHAPE.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
