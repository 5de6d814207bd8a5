package dev.guanjia.workorder.request;

import dev.guanjia.decision.Decision;
import dev.guanjia.workorder.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ways by which matters reach a company: those of the library, and over them what the company
 * set. Source: 03 P-INTAKE; 06 A-45.
 *
 * @param shipped of the library, each key once
 * @param own of the company, oldest first; a key has one row per first day
 */
public record Channels(List<Channel> shipped, List<Setting> own) {

    /** Copies. */
    public Channels {
        shipped = List.copyOf(shipped);
        own = List.copyOf(own);
    }

    /**
     * What a company says of a channel from a day on.
     *
     * @param channel the channel
     * @param used whether matters may come by it
     * @param from first day
     */
    public record Setting(Channel channel, boolean used, LocalDate from) {}

    /**
     * The channel of a key on a day: by the company's latest row, else the library's.
     *
     * @param key such as {@code PHONE}
     * @param day the day on which a matter came in, in the community's zone
     * @return empty if nothing can come by it that day
     */
    public Optional<Channel> find(String key, LocalDate day) {
        Optional<Setting> said =
                own.stream()
                        .filter(row -> row.channel().key().equals(key))
                        .filter(row -> !row.from().isAfter(day))
                        .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
        return said.isPresent()
                ? said.filter(Setting::used).map(Setting::channel)
                : shipped.stream().filter(channel -> channel.key().equals(key)).findFirst();
    }

    /**
     * All channels of a day.
     *
     * @param day the day
     * @return those of the library first, each key once
     */
    public List<Channel> on(LocalDate day) {
        Set<String> keys = new LinkedHashSet<>();
        shipped.forEach(channel -> keys.add(channel.key()));
        own.forEach(row -> keys.add(row.channel().key()));
        return keys.stream().flatMap(key -> find(key, day).stream()).toList();
    }

    /**
     * Adds what the company says of a channel.
     *
     * @param setting the channel, from a day on
     * @return the channels with it; or refused with {@code CHANNEL_SET} when a row of that key
     *     begins on that day
     */
    public Decision<Channels> set(Setting setting) {
        boolean known =
                own.stream()
                        .anyMatch(
                                row ->
                                        row.channel().key().equals(setting.channel().key())
                                                && row.from().equals(setting.from()));
        if (known) {
            return Decision.refuse(
                    List.of(
                            RequestRefusal.CHANNEL_SET.because(
                                    "channel", setting.channel().key(),
                                    "from", setting.from().toString())));
        }
        List<Setting> more = new ArrayList<>(own);
        more.add(setting);
        return Decision.accept(new Channels(shipped, more));
    }
}
