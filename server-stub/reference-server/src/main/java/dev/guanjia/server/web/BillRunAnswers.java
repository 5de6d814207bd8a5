package dev.guanjia.server.web;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.BillRun;
import dev.guanjia.server.api.model.BillRunCreate;
import dev.guanjia.server.api.model.BillRunPage;
import dev.guanjia.server.api.model.BillRunSkip;
import dev.guanjia.server.api.model.BillRunSkipPage;
import dev.guanjia.server.api.model.BillRunTransitionCreate;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.ChargePage;
import dev.guanjia.server.application.BillRunDesk;
import dev.guanjia.server.application.BillRunSteps;
import dev.guanjia.server.application.ChargeDesk;
import dev.guanjia.server.application.ChargeDesk.Explained;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import dev.guanjia.server.store.BillRunStore.BillRunRow;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.ChargeStore.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on bill runs and the charges they make. */
@Component
class BillRunAnswers {

    private final CurrentCaller caller;
    private final HttpServletRequest request;
    private final BillRunDesk runs;
    private final BillRunSteps steps;
    private final ChargeDesk charges;
    private final DeferralAnswers deferrals;

    BillRunAnswers(
            CurrentCaller caller,
            HttpServletRequest request,
            BillRunDesk runs,
            BillRunSteps steps,
            ChargeDesk charges,
            DeferralAnswers deferrals) {
        this.caller = caller;
        this.request = request;
        this.runs = runs;
        this.steps = steps;
        this.charges = charges;
        this.deferrals = deferrals;
    }

    ResponseEntity<BillRun> create(BillRunCreate body) {
        BillRunDesk.Order order =
                new BillRunDesk.Order(
                        body.getCommunityId(),
                        BillRunMapping.period(body.getPeriod()),
                        body.getDueOn());
        BillRunRow row = runs.create(caller.get(), order);
        return ResponseEntity.accepted()
                .location(Wire.location("bill-runs", row.id()))
                .eTag(Version.tag(row.version()))
                .body(run(row));
    }

    ResponseEntity<BillRun> get(String id) {
        return answer(runs.get(caller.get(), id));
    }

    ResponseEntity<BillRunPage> list(PageRequest page) {
        Page<BillRun> rows = runs.list(caller.get(), page).map(this::run);
        return ResponseEntity.ok(new BillRunPage(rows.items()).nextCursor(rows.nextCursor()));
    }

    ResponseEntity<BillRunSkipPage> skips(String id, PageRequest page) {
        String period = runs.get(caller.get(), id).run().period().toString();
        Page<BillRunSkip> rows =
                charges.skips(caller.get(), id, page)
                        .map(row -> BillRunMapping.skip(row, period, RequestLanguage.of(request)));
        return ResponseEntity.ok(new BillRunSkipPage(rows.items()).nextCursor(rows.nextCursor()));
    }

    ResponseEntity<BillRun> take(String id, String ifMatch, BillRunTransitionCreate body) {
        BillRunSteps.Draft step = new BillRunSteps.Draft(body.getAction(), body.getOccurredAt());
        return answer(steps.take(caller.get(), id, ifMatch, step));
    }

    ResponseEntity<ChargePage> charges(Filter filter, PageRequest page) {
        Page<ChargeRow> found = charges.list(caller.get(), filter, page);
        Map<ChargeId, LocalDate> until =
                deferrals.until(found.items().stream().map(ChargeRow::id).toList());
        Page<Charge> rows =
                found.map(row -> ChargeMapping.charge(row).deferredUntil(until.get(row.id())));
        return ResponseEntity.ok(new ChargePage(rows.items()).nextCursor(rows.nextCursor()));
    }

    ResponseEntity<Charge> charge(String id) {
        Explained charge = charges.get(caller.get(), id);
        ChargeId name = charge.row().id();
        return ResponseEntity.ok(
                ChargeMapping.charge(charge.row())
                        .deferredUntil(deferrals.until(List.of(name)).get(name))
                        .trace(ChargeMapping.trace(charge.trace())));
    }

    private ResponseEntity<BillRun> answer(BillRunRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(run(row));
    }

    private BillRun run(BillRunRow row) {
        return BillRunMapping.run(row, RequestLanguage.of(request));
    }
}
