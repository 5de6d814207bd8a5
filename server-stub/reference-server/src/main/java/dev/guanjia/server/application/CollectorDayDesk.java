package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.CollectorDay.Count;
import dev.guanjia.billing.receipt.CollectorDay.HandOver;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CollectorDayStore;
import dev.guanjia.server.store.CollectorDayStore.DayRow;
import dev.guanjia.server.store.TakingStore;
import dev.guanjia.server.store.TakingStore.Filter;
import dev.guanjia.server.store.TakingStore.MethodSum;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What each collector took, counted and handed over, day by day. */
@Service
public class CollectorDayDesk {

    private static final String CLOSE = "close-collector-day";
    private static final String HAND_OVER = "hand-over-collector-day";

    private final Clerk clerk;
    private final BusinessTime times;
    private final CollectorDayStore days;
    private final TakingStore takings;

    CollectorDayDesk(Clerk clerk, BusinessTime times, CollectorDayStore days, TakingStore takings) {
        this.clerk = clerk;
        this.times = times;
        this.days = days;
        this.takings = takings;
    }

    /**
     * A day and what was taken on it.
     *
     * @param row the day
     * @param sums what was taken, by method
     */
    public record Seen(DayRow row, List<MethodSum> sums) {}

    /**
     * An amount as it was given.
     *
     * @param amount how much, in major units
     * @param currency of what
     */
    public record Cash(String amount, String currency) {}

    /**
     * Cash that was received, as it was given.
     *
     * @param cash how much
     * @param on the day
     * @param approval the reference of an approval
     */
    public record Received(Cash cash, LocalDate on, Optional<String> approval) {}

    /**
     * Reads a day.
     *
     * @param caller who asks
     * @param id its id
     * @return the day
     */
    public Seen get(Caller caller, String id) {
        DayRow row = days.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return seen(row, takings.sums(caller.tenant(), List.of(id)));
    }

    /**
     * Lists days, by day and collector.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<Seen> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.from().ifPresent(day -> given.day("from", day));
        filter.to().ifPresent(day -> given.day("to", day));
        given.end();
        Page<DayRow> page = takings.list(caller.tenant(), filter, request);
        List<String> ids = page.items().stream().map(DayRow::id).toList();
        Map<String, List<MethodSum>> sums = takings.sums(caller.tenant(), ids);
        return page.map(row -> seen(row, sums));
    }

    private static Seen seen(DayRow row, Map<String, List<MethodSum>> sums) {
        return new Seen(row, sums.getOrDefault(row.id(), List.of()));
    }

    /**
     * Closes a day by the cash that was counted.
     *
     * @param caller who counted
     * @param id the day's id
     * @param ifMatch the version last seen
     * @param counted the cash
     * @param explanation why it is not what was taken
     * @return the day
     */
    public Seen close(
            Caller caller, String id, String ifMatch, Cash counted, Optional<String> explanation) {
        DayRow row = begin(caller, CLOSE, id, ifMatch);
        Given given = new Given();
        Optional<Money> cash =
                BookMoney.given(given, "/counted", counted.amount(), counted.currency());
        given.end();
        BookMoney.require(cash.orElseThrow());
        Count count = new Count(cash.orElseThrow(), explanation.orElse(""));
        CollectorDay closed = Refused.unlessAccepted(withTakings(caller, row).close(count));
        days.close(caller.tenant(), id, count, clerk.actor(caller), clerk.now());
        Map<String, String> facts =
                Map.of(
                        "cash", closed.cash().toString(),
                        "counted", count.counted().toString(),
                        "difference", closed.difference().orElseThrow().toString());
        clerk.done(caller, CLOSE, id, facts);
        return get(caller, id);
    }

    private CollectorDay withTakings(Caller caller, DayRow row) {
        CollectorDay day = row.day();
        return new CollectorDay(
                day.collector(),
                day.day(),
                day.currency(),
                takings.takings(caller.tenant(), day),
                day.count(),
                day.handOver());
    }

    /**
     * Records that the caller received the cash of a day.
     *
     * @param caller who received it
     * @param id the day's id
     * @param ifMatch the version last seen
     * @param received how much and when
     * @return the day
     */
    public Seen handOver(Caller caller, String id, String ifMatch, Received received) {
        DayRow row = begin(caller, HAND_OVER, id, ifMatch);
        Given given = new Given();
        Cash stated = received.cash();
        Optional<Money> cash = BookMoney.given(given, "/cash", stated.amount(), stated.currency());
        given.day("/handed_on", received.on());
        given.end();
        times.require(received.on());
        BookMoney.require(cash.orElseThrow());
        HandOver handOver =
                new HandOver(
                        cash.orElseThrow(),
                        clerk.actor(caller),
                        received.on(),
                        received.approval().orElse(""));
        CollectorDay after = Refused.unlessAccepted(row.day().handOver(handOver));
        days.handOver(caller.tenant(), id, Objects.requireNonNull(after.handOver()), clerk.now());
        clerk.done(caller, HAND_OVER, id, Map.of("cash", handOver.cash().toString()));
        return get(caller, id);
    }

    private DayRow begin(Caller caller, String command, String id, String ifMatch) {
        clerk.admit(caller, command, id);
        DayRow row = days.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }
}
