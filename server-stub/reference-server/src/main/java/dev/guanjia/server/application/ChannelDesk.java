package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ChannelStore;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.request.Channels;
import dev.guanjia.workorder.request.Channels.Setting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows by which ways matters come in, and sets those of the company's own. */
@Service
public class ChannelDesk {

    private static final String COMMAND = "set-channel";

    private final Permissions permissions;
    private final TenantStore tenants;
    private final ChannelBook book;
    private final ChannelStore store;
    private final CompanyDays days;
    private final Audit audit;
    private final Clock clock;

    ChannelDesk(
            Permissions permissions,
            TenantStore tenants,
            ChannelBook book,
            ChannelStore store,
            CompanyDays days,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.book = book;
        this.store = store;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A channel as a company wants it.
     *
     * @param key such as {@code LOBBY_ROBOT}
     * @param zh what it is called
     * @param en what it is called in English
     * @param telephone whether somebody calls by it
     * @param file the file that its complaints are kept in; null for the ledger alone
     * @param used whether matters may come by it from then on
     * @param from the first day
     */
    public record Draft(
            String key,
            String zh,
            String en,
            boolean telephone,
            @Nullable String file,
            boolean used,
            LocalDate from) {}

    /**
     * Sets a channel from a day on.
     *
     * @param caller who asks
     * @param draft the channel
     * @return the channel
     */
    public Channel set(Caller caller, Draft draft) {
        permissions.require(caller, COMMAND, draft.key());
        Given given = new Given();
        given.text("/label/zh", draft.zh());
        given.text("/label/en", draft.en());
        Optional<LocalDate> from = given.day("/from", draft.from());
        Optional<Channel.File> file =
                Optional.ofNullable(draft.file())
                        .flatMap(text -> given.known("/file", text, Channel.File.class));
        given.end();
        Channel channel =
                new Channel(
                        draft.key(),
                        new Label(draft.zh(), draft.en()),
                        draft.telephone(),
                        file.orElse(null),
                        ChannelStore.COMPANY);
        tenants.lock(caller.tenant());
        Setting setting = new Setting(channel, draft.used(), from.orElseThrow());
        Refused.unlessAccepted(book.of(caller.tenant()).set(setting));
        store.add(caller.tenant(), setting, clock.instant());
        audit.accepted(
                caller,
                COMMAND,
                channel.key(),
                Map.of("from", draft.from().toString(), "used", String.valueOf(draft.used())));
        return channel;
    }

    /**
     * Lists the channels of a day, by key.
     *
     * @param caller who asks
     * @param asOf a moment of the day; empty for now
     * @param request which page
     * @return the page
     */
    public Page<Channel> list(Caller caller, Optional<OffsetDateTime> asOf, PageRequest request) {
        Channels channels = book.of(caller.tenant());
        return Page.slice(channels.on(days.day(asOf)), request, Channel::key);
    }
}
