package dev.guanjia.workorder;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How and when a matter reached us.
 *
 * @param channel by which way, capitals, digits and underscores, e.g. {@code PHONE}; 03 P-INTAKE
 * @param receivedAt when
 * @param sourceReference its number in the system it was taken over from, not blank; null when it
 *     came to us first
 * @param requester who asks; null when it is not known
 */
public record Reception(
        String channel,
        Instant receivedAt,
        @Nullable String sourceReference,
        @Nullable Requester requester) {

    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Rejects channels of another shape and blank references. */
    public Reception {
        requireChannel(channel);
        if (sourceReference != null && sourceReference.isBlank()) {
            throw new IllegalArgumentException("source reference is blank");
        }
    }

    /**
     * A reception from somebody of whom nothing is known.
     *
     * @param channel by which way
     * @param receivedAt when
     * @param sourceReference its number in another system
     */
    public Reception(String channel, Instant receivedAt, @Nullable String sourceReference) {
        this(channel, receivedAt, sourceReference, null);
    }

    static String requireChannel(String channel) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("channel must look like PHONE: " + channel);
        }
        return channel;
    }

    /**
     * The month in which the matter counts, whenever it is dealt with. Source: 04 section 7 note
     * 10, 06 A-82.
     *
     * @param zone that of the community
     * @return the month received
     */
    public YearMonth month(ZoneId zone) {
        return YearMonth.from(receivedAt.atZone(zone));
    }
}
