package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.WorkOrderSteps.Step;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.MaterialIssueStore;
import dev.guanjia.server.store.MaterialIssueStore.IssueRow;
import dev.guanjia.server.store.MaterialIssueStore.Line;
import dev.guanjia.server.store.MaterialIssueStore.Slip;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Keeps what was issued for work orders. */
@Service
public class MaterialDesk {

    private static final String COMMAND = "issue-materials";

    private final Permissions permissions;
    private final WorkOrderSteps steps;
    private final WorkOrderStore orders;
    private final WorkOrderLinkStore links;
    private final MaterialIssueStore store;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    MaterialDesk(
            Permissions permissions,
            WorkOrderSteps steps,
            WorkOrderStore orders,
            WorkOrderLinkStore links,
            MaterialIssueStore store,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.steps = steps;
        this.orders = orders;
        this.links = links;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was issued, and the order after it.
     *
     * @param row what was issued
     * @param order the order
     */
    public record Issued(IssueRow row, WorkOrderRow order) {}

    /**
     * Takes the step by which materials are issued, and keeps which.
     *
     * @param caller who issues them
     * @param id the order
     * @param ifMatch the versions that the caller has seen
     * @param slip what is issued
     * @return what was issued
     */
    public Issued issue(Caller caller, String id, String ifMatch, Slip slip) {
        permissions.require(caller, COMMAND, id);
        check(slip);
        String note = slip.note();
        Step step =
                new Step(
                        WorkOrderAction.ISSUE_MATERIALS.name(),
                        slip.issuedAt(),
                        null,
                        note == null ? slip.reference() : note,
                        StepFields.at("/issued_at"));
        WorkOrderRow after = steps.take(caller, id, ifMatch, step);
        Author author = WorkOrderNotes.author(rules.actor(caller));
        Instant now = clock.instant();
        Slip kept =
                new Slip(
                        slip.reference(),
                        slip.issuedAt().truncatedTo(ChronoUnit.MICROS),
                        note,
                        slip.lines());
        IssueRow row = new IssueRow(0, Ids.next("mi"), id, kept, author, now);
        store.add(caller.tenant(), row);
        Link link = new Link(new WorkOrderId(id), Link.Kind.STOCK_ISSUE, slip.reference());
        if (!links.of(caller.tenant(), link.order()).contains(link)) {
            links.add(caller.tenant(), link, author, now);
        }
        audit.accepted(caller, COMMAND, id, Map.of("reference", slip.reference()));
        return new Issued(row, after);
    }

    private static void check(Slip slip) {
        Given given = new Given();
        given.text("/reference", slip.reference());
        for (int i = 0; i < slip.lines().size(); i++) {
            Line line = slip.lines().get(i);
            String at = "/lines/" + i;
            given.text(at + "/item", line.item());
            given.decimal(
                    at + "/quantity", line.quantity(), much -> much.signum() > 0, "more than 0");
        }
        given.end();
    }

    /**
     * Lists what was issued for an order, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<IssueRow> list(Caller caller, String id, PageRequest request) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }
}
