package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.OrderHistoryStore.Window;
import dev.guanjia.workorder.ComplaintRow;
import dev.guanjia.workorder.ComplaintStatistics;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.level.ServiceGoal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The ledger of complaints (投诉台帐): the one source of the statistics and of the rates. */
@Service
public class ComplaintLedger {

    private final OrderHistoryStore orders;
    private final OrderClocks clocks;
    private final CompanyDays days;
    private final Snapshot snapshot;

    ComplaintLedger(
            OrderHistoryStore orders, OrderClocks clocks, CompanyDays days, Snapshot snapshot) {
        this.orders = orders;
        this.clocks = clocks;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * The complaints of a month, counted.
     *
     * @param month the month of receipt
     * @param asOf the moment from which they are judged
     * @param counts what is counted
     */
    public record Counted(YearMonth month, Instant asOf, ComplaintStatistics counts) {}

    /**
     * Counts the complaints of a month.
     *
     * @param caller who asks
     * @param month the month of receipt
     * @param communityId of this community; null for all
     * @param asOf the moment from which they are judged; empty for now
     * @return the counts
     */
    public Counted count(
            Caller caller,
            YearMonth month,
            @Nullable String communityId,
            Optional<OffsetDateTime> asOf) {
        Instant at = days.instant(asOf);
        return snapshot.read(
                () ->
                        new Counted(
                                month,
                                at,
                                new ComplaintStatistics(
                                        rows(caller.tenant(), month, communityId, at))));
    }

    /** A complaint, its row, and the order as known then. */
    record Entry(OrderLife life, WorkOrder then, ComplaintRow row) {}

    /** The complaints received in a month of their community, as known at a moment. */
    List<ComplaintRow> rows(
            String tenant, YearMonth month, @Nullable String communityId, Instant asOf) {
        return entries(tenant, month, communityId, asOf).stream().map(Entry::row).toList();
    }

    /** The same with what is behind each row, in the order of reception. */
    List<Entry> entries(
            String tenant, YearMonth month, @Nullable String communityId, Instant asOf) {
        Instant first = month.atDay(1).minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = month.plusMonths(1).atDay(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        OrderClocks.Book book = clocks.of(tenant);
        return orders.complaints(tenant, new Window(null, communityId, first, end)).stream()
                .filter(life -> !received(life).isAfter(asOf))
                .map(life -> entry(book, life, asOf))
                .filter(entry -> entry.row().month().equals(month))
                .toList();
    }

    /** Only pauses and another severity move a due time; that of others was fixed at reception. */
    static Entry entry(OrderClocks.Book book, OrderLife life, Instant asOf) {
        OrderClock clock = book.clock(life, ServiceGoal.RESOLUTION, asOf);
        WorkOrder order = clock.history().order();
        ComplaintRow row = ComplaintRow.of(clock.history(), book.zone(life), asOf);
        boolean fixed =
                clock.history().pauses().isEmpty()
                        && order.intake().equals(life.row().order().intake());
        return new Entry(
                life,
                order,
                fixed
                        ? row
                        : row.judged(Refused.unlessAccepted(clock.standing(asOf)).timeliness()));
    }

    private static Instant received(OrderLife life) {
        return life.row().order().intake().reception().receivedAt();
    }
}
