package dev.guanjia.server.application;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.CompanyDuties;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids of occurrences, which are computed and stored nowhere: the first day of the period, and a
 * digest of duty, post and cadence that the catalogue can be searched for.
 */
public final class OccurrenceIds {

    private static final int DIGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("do_([0-9]{8})([0-9a-f]{20})");

    private final Map<String, Rhythm> byDigest = new HashMap<>();

    /** What an occurrence has in common with those of other periods. */
    private record Rhythm(DutyId duty, PostKey post, Cadence cadence) {
        String digest() {
            String name = duty + "/" + post + "/" + cadence.code();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "")
                    .substring(0, DIGEST);
        }
    }

    OccurrenceIds(CompanyDuties duties) {
        duties.all().forEach(this::add);
    }

    private void add(HeldDuty held) {
        for (PostKey post : held.posts()) {
            for (Cadence cadence : held.duty().timing().cadences()) {
                Rhythm rhythm = new Rhythm(held.duty().id(), post, cadence);
                if (byDigest.put(rhythm.digest(), rhythm) != null) {
                    throw new IllegalStateException("two occurrences share an id: " + rhythm);
                }
            }
        }
    }

    /**
     * The id of an occurrence.
     *
     * @param key which
     * @return such as {@code do_202603010c2a9d4e8f7b6a5c4d3e}
     */
    public static String of(OccurrenceKey key) {
        Rhythm rhythm = new Rhythm(key.duty(), key.post(), key.cadence());
        return "do_" + key.start().format(DateTimeFormatter.BASIC_ISO_DATE) + rhythm.digest();
    }

    /** The day on which the period of an id begins; empty if it is no id of an occurrence. */
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

    /** What an id stands for; empty if the catalogue has no such duty. */
    Optional<OccurrenceKey> key(String id) {
        Matcher parts = SHAPE.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byDigest.get(parts.group(2)))
                .flatMap(
                        rhythm ->
                                day(id).map(
                                                start ->
                                                        new OccurrenceKey(
                                                                rhythm.duty(),
                                                                rhythm.post(),
                                                                rhythm.cadence(),
                                                                start)));
    }
}
