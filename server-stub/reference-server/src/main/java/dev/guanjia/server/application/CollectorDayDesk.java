package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.CashCount;
import dev.guanjia.billing.receipt.CashHandOver;
import dev.guanjia.billing.receipt.CollectorDay;
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
import dev.guanjia.server.store.TakingStore.KindSum;
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
    private final Journal journal;
    private final HeldPostings postings;
    private final HandInDays handInDays;

    CollectorDayDesk(
            Clerk clerk,
            BusinessTime times,
            CollectorDayStore days,
            TakingStore takings,
            Journal journal,
            HeldPostings postings,
            HandInDays handInDays) {
        this.clerk = clerk;
        this.times = times;
        this.days = days;
        this.takings = takings;
        this.journal = journal;
        this.postings = postings;
        this.handInDays = handInDays;
    }

    /**
     * A day and what was taken on it.
     *
     * @param row the day
     * @param sums what was taken and paid out, by kind and method
     */
    public record Seen(DayRow row, List<KindSum> sums) {}

    /**
     * An amount as it was given.
     *
     * @param amount how much, in major units
     * @param currency of what
     */
    public record Cash(String amount, String currency) {}

    /**
     * Cash that was counted, as it was given.
     *
     * @param cash how much
     * @param on the day; today if empty
     * @param explanation why it is not what should have been there
     */
    public record Counted(Cash cash, Optional<LocalDate> on, Optional<String> explanation) {}

    /**
     * Cash that was received, as it was given.
     *
     * @param cash how much
     * @param on the day; today if empty
     * @param approval the reference of an approval
     */
    public record Received(Cash cash, Optional<LocalDate> on, Optional<String> approval) {}

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
        Map<String, List<KindSum>> sums = takings.sums(caller.tenant(), ids);
        return page.map(row -> seen(row, sums));
    }

    private static Seen seen(DayRow row, Map<String, List<KindSum>> sums) {
        return new Seen(row, sums.getOrDefault(row.id(), List.of()));
    }

    /**
     * Closes a day by the cash that was counted.
     *
     * @param caller who counted
     * @param id the day's id
     * @param ifMatch the version last seen
     * @param counted the cash
     * @return the day
     */
    public Seen close(Caller caller, String id, String ifMatch, Counted counted) {
        clerk.admit(caller, CLOSE, id);
        DayRow row = lock(caller, id, ifMatch);
        LocalDate on = counted.on().orElseGet(times::today);
        Given given = new Given();
        Cash stated = counted.cash();
        Optional<Money> cash =
                BookMoney.given(given, "/counted", stated.amount(), stated.currency());
        given.day("/counted_on", on);
        given.end();
        times.require(on);
        BookMoney.require(cash.orElseThrow());
        CashCount count = new CashCount(cash.orElseThrow(), counted.explanation().orElse(""), on);
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
        return row.day().with(takings.takings(caller.tenant(), row.day()));
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
        clerk.admit(caller, HAND_OVER, id);
        CollectorDay day =
                days.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id)).day();
        LocalDate on = received.on().orElseGet(times::today);
        Given given = new Given();
        Cash stated = received.cash();
        Optional<Money> cash = BookMoney.given(given, "/cash", stated.amount(), stated.currency());
        given.day("/handed_on", on);
        given.end();
        times.require(on);
        BookMoney.require(cash.orElseThrow());
        CashHandOver handOver =
                new CashHandOver(
                        cash.orElseThrow(),
                        clerk.actor(caller),
                        on,
                        received.approval().orElse(""),
                        handInDays.last(caller.tenant(), day.day()).orElse(null));
        journal.await(caller, on);
        DayRow row = lock(caller, id, ifMatch);
        CollectorDay after = Refused.unlessAccepted(withTakings(caller, row).handOver(handOver));
        days.handOver(caller.tenant(), id, Objects.requireNonNull(after.handOver()), clerk.now());
        postings.handedOver(caller, id, after);
        Map<String, String> facts =
                Map.of(
                        "cash", handOver.cash().toString(),
                        "difference", after.difference().orElseThrow().toString());
        clerk.done(caller, HAND_OVER, id, facts);
        return get(caller, id);
    }

    private DayRow lock(Caller caller, String id, String ifMatch) {
        DayRow row = days.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }
}
