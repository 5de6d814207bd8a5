package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ComplaintLedger.Entry;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CallBackStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.ComplaintRow;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.callback.CallBack;
import dev.guanjia.workorder.request.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows complaints as their files have them: the ledger, the card, hotline and letter cases. */
@Service
public class ComplaintFiles {

    private final ComplaintLedger ledger;
    private final Complaints complaints;
    private final OrderClocks clocks;
    private final CallBackStore calls;
    private final WorkOrderLinkStore links;
    private final ChannelBook channels;
    private final CompanyDays days;
    private final Snapshot snapshot;

    ComplaintFiles(
            ComplaintLedger ledger,
            Complaints complaints,
            OrderClocks clocks,
            CallBackStore calls,
            WorkOrderLinkStore links,
            ChannelBook channels,
            CompanyDays days,
            Snapshot snapshot) {
        this.ledger = ledger;
        this.complaints = complaints;
        this.clocks = clocks;
        this.calls = calls;
        this.links = links;
        this.channels = channels;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * Which complaints are asked for.
     *
     * @param period received in this month
     * @param communityId of this community; null for all
     * @param channel by this channel; null for any
     * @param asOf the moment from which they are judged; empty for now
     */
    public record Query(
            YearMonth period,
            @Nullable String communityId,
            @Nullable String channel,
            Optional<OffsetDateTime> asOf) {}

    /**
     * A row of the ledger.
     *
     * @param order the complaint as known then
     * @param row how it counts
     * @param file the file it is kept in; empty for the ledger alone
     * @param history what had happened by then
     */
    public record Line(
            WorkOrder order, ComplaintRow row, Optional<Channel.File> file, History history) {

        String key() {
            Instant at = order.intake().reception().receivedAt();
            return PageRequest.join(PageRequest.moment(at), order.id().value());
        }
    }

    /**
     * A card.
     *
     * @param line the row of the ledger
     * @param requestId the request that it came from; empty for none
     * @param calls the sheet of its call-backs, oldest first
     */
    public record Card(Line line, Optional<String> requestId, List<CallBack> calls) {

        /** Copies. */
        public Card {
            calls = List.copyOf(calls);
        }
    }

    /**
     * Lists the ledger by reception.
     *
     * @param caller who asks
     * @param query which complaints
     * @param request which page
     * @return the page
     */
    public Page<Line> ledger(Caller caller, Query query, PageRequest request) {
        return Page.slice(snapshot.read(() -> lines(caller, query)), request, Line::key);
    }

    /**
     * Lists the cases of a file by reception.
     *
     * @param caller who asks
     * @param file which file
     * @param query which complaints
     * @param request which page
     * @return the page
     */
    public Page<Card> cases(Caller caller, Channel.File file, Query query, PageRequest request) {
        Instant asOf = days.instant(query.asOf());
        return snapshot.read(
                () -> {
                    List<Line> all =
                            lines(caller, query).stream()
                                    .filter(line -> line.file().equals(Optional.of(file)))
                                    .toList();
                    Page<Line> page = Page.slice(all, request, Line::key);
                    Sheets sheets =
                            sheets(
                                    caller,
                                    page.items().stream()
                                            .map(line -> line.order().id().value())
                                            .toList());
                    return page.map(line -> card(line, sheets, asOf));
                });
    }

    /**
     * Reads the card of a complaint.
     *
     * @param caller who asks
     * @param id the complaint
     * @param asOf the moment from which it is judged; empty for now
     * @return the card
     */
    public Card card(Caller caller, String id, Optional<OffsetDateTime> asOf) {
        Instant at = days.instant(asOf);
        return snapshot.read(
                () -> {
                    OrderLife life = complaints.find(caller, id);
                    OrderClocks.Book book = clocks.of(caller.tenant());
                    Entry entry = ComplaintLedger.entry(book, life, at);
                    Line line = line(book, channels.of(caller.tenant()), entry, at);
                    return card(line, sheets(caller, List.of(id)), at);
                });
    }

    private List<Line> lines(Caller caller, Query query) {
        Instant asOf = days.instant(query.asOf());
        OrderClocks.Book book = clocks.of(caller.tenant());
        Channels known = channels.of(caller.tenant());
        return ledger.entries(caller.tenant(), query.period(), query.communityId(), asOf).stream()
                .filter(
                        entry ->
                                query.channel() == null
                                        || query.channel().equals(entry.row().channel()))
                .map(entry -> line(book, known, entry, asOf))
                .toList();
    }

    private static Line line(OrderClocks.Book book, Channels channels, Entry entry, Instant asOf) {
        Instant received = entry.then().intake().reception().receivedAt();
        LocalDate day = LocalDate.ofInstant(received, book.zone(entry.life()));
        return new Line(
                entry.then(),
                entry.row(),
                channels.find(entry.row().channel(), day).map(Channel::file),
                entry.life().history().until(asOf));
    }

    /** What is filed with complaints: their requests and their calls, by complaint. */
    private record Sheets(Map<String, String> requests, Map<String, List<CallBack>> calls) {}

    private Sheets sheets(Caller caller, List<String> ids) {
        return new Sheets(
                links.firsts(caller.tenant(), Link.Kind.REQUEST, ids),
                calls.of(caller.tenant(), ids));
    }

    private static Card card(Line line, Sheets sheets, Instant asOf) {
        String id = line.order().id().value();
        return new Card(
                line,
                Optional.ofNullable(sheets.requests().get(id)),
                sheets.calls().getOrDefault(id, List.of()).stream()
                        .filter(call -> !call.at().isAfter(asOf))
                        .toList());
    }
}
