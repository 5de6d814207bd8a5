package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.CallBackOrderStore;
import dev.guanjia.server.store.CallBackOrderStore.Month;
import dev.guanjia.server.store.CallBackSampleStore;
import dev.guanjia.server.store.CallBackSampleStore.Draw;
import dev.guanjia.server.store.CallBackSampleStore.DrawnRow;
import dev.guanjia.server.store.CallBackSampleStore.Filter;
import dev.guanjia.server.store.CallBackSampleStore.SampleRow;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBackRule;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Draws samples of finished orders, the same from the same seed. */
@Service
public class CallBackSampleDesk {

    private static final String COMMAND = "create-call-back-sample";
    private static final Rational HUNDRED = Rational.of(100, 1);
    private static final int DECIMALS = 6;

    private final Permissions permissions;
    private final Places places;
    private final CallBackOrderStore orders;
    private final CallBackSampleStore store;
    private final Audit audit;
    private final Clock clock;

    CallBackSampleDesk(
            Permissions permissions,
            Places places,
            CallBackOrderStore orders,
            CallBackSampleStore store,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.places = places;
        this.orders = orders;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws a sample.
     *
     * @param caller who asks
     * @param draw of which orders
     * @return the sample
     */
    public SampleRow draw(Caller caller, Draw draw) {
        permissions.require(caller, COMMAND, draw.communityId());
        Given given = new Given();
        if (draw.kind() != null) {
            given.known("/kind", draw.kind(), WorkOrderKind.class);
        }
        Optional<Community> community =
                places.community(given, caller.tenant(), draw.communityId());
        given.end();
        Month month =
                Month.of(community.orElseThrow(), draw.kind(), YearMonth.parse(draw.period()));
        List<WorkOrderRow> finished =
                orders.finished(caller.tenant(), month).stream()
                        .filter(CallBackSampleDesk::isAskedFor)
                        .toList();
        CallBackRule rule =
                new CallBackRule(Mode.SAMPLE, Rational.parse(draw.percent()).over(HUNDRED));
        List<DrawnRow> drawn =
                finished.stream()
                        .map(row -> row.order().id())
                        .filter(id -> rule.requires(id, false, draw.seed()))
                        .map(id -> new DrawnRow(id.value(), place(id, draw.seed())))
                        .toList();
        SampleRow sample =
                new SampleRow(
                        0, Ids.next("cs"), draw, finished.size(), drawn.size(), clock.instant());
        store.add(caller.tenant(), sample, drawn);
        Map<String, String> facts =
                Map.of("community_id", draw.communityId(), "drawn", String.valueOf(drawn.size()));
        audit.accepted(caller, COMMAND, sample.id(), facts);
        return sample;
    }

    /** There is nobody to call about what the company found itself. */
    private static boolean isAskedFor(WorkOrderRow row) {
        return Lifecycle.of(row.order().intake().kind()).callsBack();
    }

    private static String place(WorkOrderId order, long seed) {
        return CallBackRule.position(order, seed)
                .toDecimal(DECIMALS, RoundingMode.DOWN)
                .toPlainString();
    }

    /**
     * Lists samples, newest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<SampleRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.kind() != null) {
            given.known("kind", filter.kind(), WorkOrderKind.class);
        }
        given.end();
        return store.list(caller.tenant(), filter, request);
    }

    /**
     * Lists the orders of a sample by id.
     *
     * @param caller who asks
     * @param id the sample
     * @param request which page
     * @return the page
     */
    public Page<DrawnRow> orders(Caller caller, String id, PageRequest request) {
        store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.orders(caller.tenant(), id, request);
    }
}
