package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.Told.Classed;
import dev.guanjia.server.application.Told.Place;
import dev.guanjia.server.application.Told.Reached;
import dev.guanjia.server.application.Told.Who;
import dev.guanjia.server.application.Told.Words;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.RequesterNoteStore;
import dev.guanjia.server.store.RequesterNoteStore.NoteRow;
import dev.guanjia.server.store.ServiceRequestStore;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.request.Progress;
import dev.guanjia.workorder.request.ServiceRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes something of requests: work orders, or an answer at once; and tells whoever asked. */
@Service
public class RequestHandling {

    private static final int LONGEST_TITLE = 200;

    private final Permissions permissions;
    private final ServiceRequestStore requests;
    private final RequesterNoteStore notes;
    private final WorkOrderDesk orders;
    private final RequestBook book;
    private final Intakes.Door door;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    RequestHandling(
            Permissions permissions,
            ServiceRequestStore requests,
            RequesterNoteStore notes,
            WorkOrderDesk orders,
            RequestBook book,
            Intakes.Door door,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.requests = requests;
        this.notes = notes;
        this.orders = orders;
        this.book = book;
        this.door = door;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a request becomes.
     *
     * @param kind which lifecycle it begins
     * @param title in a few words; null for the beginning of what was said
     * @param description in full; null for what was said
     * @param classed how it is classed
     * @param dueAt the due time that was agreed; null when none was
     */
    public record Chosen(
            String kind,
            @Nullable String title,
            @Nullable String description,
            Classed classed,
            @Nullable Instant dueAt) {}

    /**
     * What somebody said to a requester.
     *
     * @param text what
     * @param channel by which way; null for an answer at once
     * @param at when
     */
    public record Spoken(String text, @Nullable String channel, Instant at) {}

    /**
     * Opens a work order from a request.
     *
     * @param caller who asks
     * @param id the request
     * @param chosen what it becomes
     * @return the order
     */
    public WorkOrderRow open(Caller caller, String id, Chosen chosen) {
        permissions.require(caller, "create-work-order", id);
        ServiceRequest request = lock(caller, id).life().request();
        WorkOrderRow order = orders.create(caller, told(request, chosen), WorkOrderDesk.Ties.NONE);
        Link link = new Link(order.order().id(), Link.Kind.REQUEST, id);
        book.bind(caller, List.of(link), order.recordedAt());
        audit.accepted(caller, "create-work-order", id, Map.of("order", order.id()));
        return order;
    }

    private static Told told(ServiceRequest request, Chosen chosen) {
        String words = request.words();
        String title = chosen.title();
        String description = chosen.description();
        String start = words.length() > LONGEST_TITLE ? cut(words) : words;
        return new Told(
                chosen.kind(),
                new Place(
                        request.community().value(),
                        Optional.ofNullable(request.unit()).map(unit -> unit.value()).orElse(null)),
                new Words(title == null ? start : title, description == null ? words : description),
                chosen.classed(),
                new Reached(
                        request.reception().channel(),
                        request.reception().receivedAt(),
                        null,
                        who(request.reception().requester())),
                chosen.dueAt());
    }

    /** Never in the middle of a character. */
    private static String cut(String words) {
        int end = Character.isHighSurrogate(words.charAt(LONGEST_TITLE - 1)) ? 1 : 0;
        return words.substring(0, LONGEST_TITLE - end);
    }

    private static @Nullable Who who(@Nullable Requester requester) {
        return requester == null
                ? null
                : new Who(
                        requester.as().name(),
                        requester.contact(),
                        requester.name(),
                        requester.phone());
    }

    /**
     * Answers a request at once.
     *
     * @param caller who answers
     * @param id the request
     * @param spoken what
     * @return the request
     */
    public RequestRow answer(Caller caller, String id, Spoken spoken) {
        permissions.require(caller, "answer-service-request", id);
        RequestRow row = lock(caller, id);
        Given given = new Given();
        Optional<Act> act = act(caller, given, spoken, "/answered_at");
        given.end();
        RequestRow after =
                new RequestRow(
                        Refused.unlessAccepted(row.life().answer(act.orElseThrow())),
                        row.author(),
                        row.recordedAt());
        requests.answer(caller.tenant(), id, act.orElseThrow(), clock.instant());
        audit.accepted(caller, "answer-service-request", id, Map.of());
        return after;
    }

    /**
     * Keeps what a requester was told.
     *
     * @param caller who told it
     * @param id the request
     * @param spoken what
     * @return the note
     */
    public NoteRow tell(Caller caller, String id, Spoken spoken) {
        permissions.require(caller, "tell-requester", id);
        RequestRow row = requests.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        Optional<Act> act = act(caller, given, spoken, "/told_at");
        String channel = String.valueOf(spoken.channel());
        act.map(one -> day(caller, row, one.occurredAt()))
                .ifPresent(
                        day ->
                                ChannelBook.known(
                                        given,
                                        "/channel",
                                        channel,
                                        door.channels().of(caller.tenant()).find(channel, day)));
        given.end();
        Progress told =
                Refused.unlessAccepted(row.life().tell(new Progress(channel, act.orElseThrow())));
        NoteRow note = new NoteRow(0, Ids.next("rn"), id, told, clock.instant());
        notes.add(caller.tenant(), note);
        audit.accepted(caller, "tell-requester", id, Map.of("note", note.id()));
        return note;
    }

    private LocalDate day(Caller caller, RequestRow row, Instant at) {
        String community = row.life().request().community().value();
        return LocalDate.ofInstant(at, door.places().community(caller.tenant(), community).zone());
    }

    private Optional<Act> act(Caller caller, Given given, Spoken spoken, String pointer) {
        Optional<Instant> at = new Moments(given, clock.instant()).past(pointer, spoken.at());
        Optional<String> text = given.text("/text", spoken.text());
        return at.flatMap(then -> text.map(said -> new Act(rules.actor(caller), then, said)));
    }

    private RequestRow lock(Caller caller, String id) {
        return requests.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }
}
