package dev.guanjia.server.application;

import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.ServiceRequestStore;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.server.store.WorkOrderLinkStore.LinkRow;
import dev.guanjia.server.store.WorkOrderNoteStore;
import dev.guanjia.server.store.WorkOrderNoteStore.NoteRow;
import dev.guanjia.server.store.WorkOrderNoteStore.Remark;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.Provenance;
import dev.guanjia.workorder.WorkOrderId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes remarks on work orders, names files that belong to them and binds them to things. */
@Service
public class WorkOrderNotes {

    private static final Map<RefusalCode, String> OVER =
            Map.of(IncidentRuleRefusal.OVER, "/target");

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final WorkOrderNoteStore notes;
    private final WorkOrderLinkStore links;
    private final IncidentStore incidents;
    private final ServiceRequestStore requests;
    private final ChargeStore charges;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    WorkOrderNotes(
            Permissions permissions,
            WorkOrderStore orders,
            WorkOrderNoteStore notes,
            WorkOrderLinkStore links,
            IncidentStore incidents,
            ServiceRequestStore requests,
            ChargeStore charges,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.notes = notes;
        this.links = links;
        this.incidents = incidents;
        this.requests = requests;
        this.charges = charges;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file as it is named.
     *
     * @param name what the sender calls it
     * @param mediaType such as {@code image/jpeg}
     * @param stored where its bytes lie
     */
    public record File(String name, String mediaType, Attachment.Stored stored) {}

    /**
     * Adds a remark.
     *
     * @param caller who says so
     * @param id the order
     * @param remark what is said
     * @return the row
     */
    public NoteRow<Remark> say(Caller caller, String id, Remark remark) {
        permissions.require(caller, "comment-work-order", id);
        require(caller, id);
        Given given = new Given();
        given.text("/text", remark.text());
        given.end();
        NoteRow<Remark> row = row(caller, "wc", id, remark);
        notes.say(caller.tenant(), row);
        audit.accepted(caller, "comment-work-order", id, Map.of("comment", row.id()));
        return row;
    }

    /**
     * Names a file.
     *
     * @param caller who files it
     * @param id the order
     * @param file the file
     * @return the row
     */
    public NoteRow<Attachment> file(Caller caller, String id, File file) {
        permissions.require(caller, "attach-to-work-order", id);
        require(caller, id);
        Attachment attachment =
                Refused.unlessAccepted(Attachment.of(file.name(), file.mediaType(), file.stored()));
        NoteRow<Attachment> row = row(caller, "wa", id, attachment);
        notes.file(caller.tenant(), row);
        audit.accepted(caller, "attach-to-work-order", id, Map.of("attachment", row.id()));
        return row;
    }

    /**
     * Binds an order to something that is no order.
     *
     * @param caller who says so
     * @param id the order
     * @param kind in which way
     * @param target the number of the thing
     * @return the link
     */
    public LinkRow bind(Caller caller, String id, String kind, String target) {
        permissions.require(caller, "link-work-order", id);
        orders.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        Optional<Link.Kind> known =
                kind.equals(Link.Kind.PARENT.name())
                        ? given.unknown("/kind", kind)
                        : given.known("/kind", kind, Link.Kind.class);
        given.text("/target", target);
        known.filter(way -> !exists(caller.tenant(), way, target))
                .ifPresent(way -> given.unknown("/target", target));
        given.end();
        Link link = new Link(new WorkOrderId(id), known.orElseThrow(), target);
        requireOpen(caller.tenant(), link);
        Provenance before = new Provenance(links.of(caller.tenant(), link.order()));
        Refused.unlessAccepted(before.add(link));
        Instant now = clock.instant();
        links.add(caller.tenant(), link, author(rules.actor(caller)), now);
        audit.accepted(caller, "link-work-order", id, Map.of("kind", kind, "target", target));
        return new LinkRow(0, link, now);
    }

    /** Whoever closes the incident meanwhile waits, and then sees the order. */
    private void requireOpen(String tenant, Link link) {
        if (link.kind() == Link.Kind.INCIDENT) {
            IncidentRow row = incidents.lock(tenant, link.target()).orElseThrow();
            IncidentOrderDesk.requireOpen(row.incident(), OVER);
        }
    }

    /** There are no stores yet, so that the number of an issue slip is not looked up. */
    private boolean exists(String tenant, Link.Kind way, String target) {
        return switch (way) {
            case REQUEST -> requests.find(tenant, target).isPresent();
            case BILL_LINE -> charges.find(tenant, target).isPresent();
            case INCIDENT -> incidents.find(tenant, target).isPresent();
            case STOCK_ISSUE, PARENT -> true;
        };
    }

    private <T> NoteRow<T> row(Caller caller, String prefix, String order, T content) {
        Author author = author(rules.actor(caller));
        return new NoteRow<>(0, Ids.next(prefix), order, content, author, clock.instant());
    }

    private void require(Caller caller, String id) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    static Author author(Actor actor) {
        return new Author(actor.staff().value(), actor.post().value(), actor.authorityVersion());
    }
}
