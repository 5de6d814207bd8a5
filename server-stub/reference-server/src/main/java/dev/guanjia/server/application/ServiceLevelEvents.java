package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.OrderHistoryStore.Window;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.level.LevelEvent;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows which limits were nearly or already missed, and who hears of it. */
@Service
public class ServiceLevelEvents {

    private final OrderHistoryStore orders;
    private final OrderClocks clocks;
    private final CompanyTrees trees;
    private final Responsibilities responsibilities;
    private final CompanyDays days;
    private final Snapshot snapshot;

    ServiceLevelEvents(
            OrderHistoryStore orders,
            OrderClocks clocks,
            CompanyTrees trees,
            Responsibilities responsibilities,
            CompanyDays days,
            Snapshot snapshot) {
        this.orders = orders;
        this.clocks = clocks;
        this.trees = trees;
        this.responsibilities = responsibilities;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * Which events are asked for.
     *
     * @param communityId of this community; null for any
     * @param kind of orders of this kind; null for any
     * @param from from this day on
     * @param to up to this day
     * @param asOf the moment up to which it is judged; empty for now
     */
    public record Filter(
            @Nullable String communityId,
            @Nullable String kind,
            LocalDate from,
            LocalDate to,
            Optional<OffsetDateTime> asOf) {}

    /**
     * A limit that was nearly or already missed.
     *
     * @param order which order, as it stood then
     * @param goal which limit
     * @param event what happened
     * @param responsible the post that was responsible
     * @param told the post that hears of it
     * @param by who answers for that post; empty for nobody
     */
    public record Told(
            WorkOrder order,
            ServiceGoal goal,
            LevelEvent event,
            PostKey responsible,
            PostKey told,
            Optional<StaffId> by) {

        String key() {
            return PageRequest.join(
                    PageRequest.moment(event.at()),
                    order.id().value(),
                    goal.name(),
                    "%04d".formatted(event.level()),
                    event.state().name());
        }
    }

    /**
     * Lists events, earliest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Told> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        Optional<DateRange> range =
                DutyReader.range(given, new DutyReader.Days(filter.from(), filter.to()));
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        given.end();
        Instant asOf = days.instant(filter.asOf());
        return snapshot.read(
                () -> {
                    List<Told> all = all(caller.tenant(), filter, range.orElseThrow(), asOf);
                    return Page.slice(all, request, Told::key);
                });
    }

    private List<Told> all(String tenant, Filter filter, DateRange range, Instant asOf) {
        Window window =
                new Window(
                        filter.kind(),
                        filter.communityId(),
                        range.start().minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        earlier(
                                range.end().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                                asOf));
        Responsibility company = responsibilities.of(tenant, trees.of(tenant));
        OrderClocks.Book book = clocks.of(tenant);
        List<Told> all = new ArrayList<>();
        for (OrderLife life : orders.running(tenant, window)) {
            Arrays.stream(ServiceGoal.values())
                    .map(goal -> book.clock(life, goal, asOf))
                    .forEach(
                            clock -> add(all, clock, life, new Looked(book, range, asOf, company)));
        }
        return all;
    }

    /** From where it is looked. */
    private record Looked(
            OrderClocks.Book book, DateRange range, Instant asOf, Responsibility company) {}

    private static void add(List<Told> all, OrderClock clock, OrderLife life, Looked looked) {
        for (LevelEvent event : Refused.unlessAccepted(clock.events(looked.asOf()))) {
            LocalDate day = LocalDate.ofInstant(event.at(), looked.book().zone(life));
            if (looked.range().contains(day)) {
                all.add(told(clock, event, looked.company(), day));
            }
        }
    }

    private static Told told(
            OrderClock clock, LevelEvent event, Responsibility company, LocalDate day) {
        WorkOrder then = clock.history().until(event.at()).order();
        PostKey responsible = OrderPosts.responsible(then, company, day);
        PostKey recipient = event.recipient(responsible, company.posts(day));
        return new Told(
                then,
                clock.goal(),
                event,
                responsible,
                recipient,
                company.on(recipient, day).staff());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
