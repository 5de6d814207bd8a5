package dev.guanjia.server.web;

import dev.guanjia.billing.receipt.CollectorDay.Count;
import dev.guanjia.billing.receipt.CollectorDay.HandOver;
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
import dev.guanjia.server.application.CollectorDayDesk;
import dev.guanjia.server.application.CollectorDayDesk.Cash;
import dev.guanjia.server.application.CollectorDayDesk.Received;
import dev.guanjia.server.application.CollectorDayDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.CollectorDayStore.Closed;
import dev.guanjia.server.store.CollectorDayStore.DayRow;
import dev.guanjia.server.store.TakingStore.Filter;
import dev.guanjia.server.store.TakingStore.MethodSum;
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
        Cash counted = new Cash(body.getCounted().getAmount(), body.getCounted().getCurrency());
        Optional<String> explanation = Optional.ofNullable(body.getExplanation());
        return answer(days.close(caller.get(), id, ifMatch, counted, explanation));
    }

    ResponseEntity<CollectorDay> handOver(
            String id, String ifMatch, CollectorDayHandOverCreate body) {
        Cash cash = new Cash(body.getCash().getAmount(), body.getCash().getCurrency());
        Received received =
                new Received(cash, body.getHandedOn(), Optional.ofNullable(body.getApproval()));
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
                        seen.sums().stream().map(CollectorDayAnswers::taking).toList(),
                        Wire.money(sum(seen, one -> true)),
                        Wire.money(cash))
                .closure(closure(row, cash))
                .handOver(handOver(row));
    }

    private static Money sum(Seen seen, Predicate<MethodSum> which) {
        return seen.sums().stream()
                .filter(which)
                .map(MethodSum::amount)
                .reduce(Money.zero(seen.row().day().currency()), Money::plus);
    }

    private static Taking taking(MethodSum sum) {
        return new Taking(sum.method().name(), sum.payments(), Wire.money(sum.amount()));
    }

    private static @Nullable CollectorDayClosure closure(DayRow row, Money cash) {
        Count count = row.day().count();
        Closed closed = row.closed();
        if (count == null || closed == null) {
            return null;
        }
        return new CollectorDayClosure(
                        Wire.money(count.counted()),
                        Wire.money(count.counted().minus(cash)),
                        closed.by(),
                        Wire.at(closed.at()))
                .explanation(count.explanation().isBlank() ? null : count.explanation());
    }

    private static @Nullable CollectorDayHandOver handOver(DayRow row) {
        HandOver given = row.day().handOver();
        if (given == null || row.handedAt() == null) {
            return null;
        }
        return new CollectorDayHandOver(
                        Wire.money(given.cash()),
                        given.on(),
                        given.receiver().staff().value(),
                        given.receiver().post().value(),
                        Wire.at(row.handedAt()))
                .approval(given.approval().isBlank() ? null : given.approval());
    }
}
