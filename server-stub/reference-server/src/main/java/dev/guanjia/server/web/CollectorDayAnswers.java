package dev.guanjia.server.web;

import dev.guanjia.billing.receipt.CashCount;
import dev.guanjia.billing.receipt.CashHandOver;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.CollectorDay;
import dev.guanjia.server.api.model.CollectorDayClosure;
import dev.guanjia.server.api.model.CollectorDayClosureCreate;
import dev.guanjia.server.api.model.CollectorDayHandOver;
import dev.guanjia.server.api.model.CollectorDayHandOverCreate;
import dev.guanjia.server.api.model.CollectorDayPage;
import dev.guanjia.server.api.model.Taking;
import dev.guanjia.server.api.model.TakingByKind;
import dev.guanjia.server.application.CollectorDayDesk;
import dev.guanjia.server.application.CollectorDayDesk.Cash;
import dev.guanjia.server.application.CollectorDayDesk.Counted;
import dev.guanjia.server.application.CollectorDayDesk.Received;
import dev.guanjia.server.application.CollectorDayDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CollectorDayStore.Closed;
import dev.guanjia.server.store.CollectorDayStore.DayRow;
import dev.guanjia.server.store.TakingStore.Filter;
import dev.guanjia.server.store.TakingStore.KindSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on collectors' days. */
@Component
class CollectorDayAnswers {

    private final CurrentCaller caller;
    private final CollectorDayDesk days;

    CollectorDayAnswers(CurrentCaller caller, CollectorDayDesk days) {
        this.caller = caller;
        this.days = days;
    }

    ResponseEntity<CollectorDayPage> list(Filter filter, PageRequest request) {
        Page<CollectorDay> page =
                days.list(caller.get(), filter, request).map(CollectorDayAnswers::day);
        return ResponseEntity.ok(new CollectorDayPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<CollectorDay> get(String id) {
        return answer(days.get(caller.get(), id));
    }

    ResponseEntity<CollectorDay> close(String id, String ifMatch, CollectorDayClosureCreate body) {
        Cash cash = new Cash(body.getCounted().getAmount(), body.getCounted().getCurrency());
        Counted counted =
                new Counted(
                        cash,
                        Optional.ofNullable(body.getCountedOn()),
                        Optional.ofNullable(body.getExplanation()));
        return answer(days.close(caller.get(), id, ifMatch, counted));
    }

    ResponseEntity<CollectorDay> handOver(
            String id, String ifMatch, CollectorDayHandOverCreate body) {
        Cash cash = new Cash(body.getCash().getAmount(), body.getCash().getCurrency());
        Received received =
                new Received(
                        cash,
                        Optional.ofNullable(body.getHandedOn()),
                        Optional.ofNullable(body.getApproval()));
        return answer(days.handOver(caller.get(), id, ifMatch, received));
    }

    private static ResponseEntity<CollectorDay> answer(Seen seen) {
        return ResponseEntity.ok().eTag(Version.tag(seen.row().version())).body(day(seen));
    }

    private static CollectorDay day(Seen seen) {
        DayRow row = seen.row();
        Money cash = sum(seen, one -> one.method() == PaymentMethod.CASH);
        return new CollectorDay(
                        row.id(),
                        row.day().collector().value(),
                        row.day().day(),
                        row.day().state().name(),
                        takings(seen),
                        seen.sums().stream().map(CollectorDayAnswers::movement).toList(),
                        Wire.money(sum(seen, one -> true)),
                        Wire.money(cash))
                .closure(closure(row, cash))
                .handOver(handOver(row));
    }

    private static Money sum(Seen seen, Predicate<KindSum> which) {
        return seen.sums().stream()
                .filter(which)
                .map(KindSum::amount)
                .reduce(Money.zero(seen.row().day().currency()), Money::plus);
    }

    private static List<Taking> takings(Seen seen) {
        List<Taking> takings = new ArrayList<>();
        for (PaymentMethod method : PaymentMethod.values()) {
            int documents =
                    seen.sums().stream()
                            .filter(one -> one.method() == method)
                            .mapToInt(KindSum::documents)
                            .sum();
            if (documents > 0) {
                Money sum = sum(seen, one -> one.method() == method);
                takings.add(new Taking(method.name(), documents, Wire.money(sum)));
            }
        }
        return takings;
    }

    private static TakingByKind movement(KindSum sum) {
        return new TakingByKind(
                sum.kind().name(), sum.method().name(), sum.documents(), Wire.money(sum.amount()));
    }

    private static @Nullable CollectorDayClosure closure(DayRow row, Money cash) {
        CashCount count = row.day().count();
        Closed closed = row.closed();
        if (count == null || closed == null) {
            return null;
        }
        return new CollectorDayClosure(
                        Wire.money(count.counted()),
                        Wire.money(count.difference(cash)),
                        count.on(),
                        closed.by(),
                        Wire.at(closed.at()))
                .explanation(count.explanation().isBlank() ? null : count.explanation());
    }

    private static @Nullable CollectorDayHandOver handOver(DayRow row) {
        CashHandOver given = row.day().handOver();
        if (given == null || row.handedAt() == null) {
            return null;
        }
        return new CollectorDayHandOver(
                        Wire.money(given.cash()),
                        given.on(),
                        given.isLate(row.day().day()),
                        given.receiver().staff().value(),
                        given.receiver().post().value(),
                        Wire.at(row.handedAt()))
                .lastDay(given.lastDay())
                .approval(given.approval().isBlank() ? null : given.approval());
    }
}
