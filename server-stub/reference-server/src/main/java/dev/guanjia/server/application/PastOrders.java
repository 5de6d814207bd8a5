package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.property.Community;
import dev.guanjia.server.application.WorkOrderImportDesk.Past;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.WorkOrderStore.Imported;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.ImportedOrder;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.request.Channels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the work orders of another system row by row; what is wrong is noted with its place. */
final class PastOrders {

    private final WorkOrderKind kind;
    private final Where where;
    private final Given given;
    private final Moments moments;
    private final Instant now;

    /** Where all came in, and by which ways they can have come. */
    record Where(Community community, Channels channels) {

        Optional<Channel> channel(String key, Instant receivedAt) {
            return channels.find(key, LocalDate.ofInstant(receivedAt, community.zone()));
        }
    }

    PastOrders(WorkOrderKind kind, Where where, Given given, Instant now) {
        this.kind = kind;
        this.where = where;
        this.given = given;
        this.moments = new Moments(given, now);
        this.now = now;
    }

    /** As many orders as rows, if nothing is wrong. */
    List<Imported> read(List<Past> rows) {
        List<Imported> orders = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            one("/rows/" + i, rows.get(i)).ifPresent(orders::add);
        }
        return orders;
    }

    private Optional<Imported> one(String at, Past past) {
        Optional<String> reference = given.text(at + "/source_reference", past.reference());
        Optional<String> title = given.text(at + "/title", past.title());
        Optional<Instant> received = moments.past(at + "/received_at", past.receivedAt());
        Instant due = moments.any(at + "/due_at", past.dueAt()).orElse(null);
        Instant resolved = moments.past(at + "/resolved_at", past.resolvedAt()).orElse(null);
        Optional<WorkOrderOutcome> closure = closure(at + "/closure", past.closure());
        Optional<Channel> channel =
                received.flatMap(
                        then ->
                                ChannelBook.known(
                                        given,
                                        at + "/channel",
                                        past.channel(),
                                        where.channel(past.channel(), then)));
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        if (reference.isEmpty() || title.isEmpty() || received.isEmpty() || closure.isEmpty()) {
            return Optional.empty();
        }
        Reception reception = new Reception(past.channel(), received.get(), reference.get());
        Intake intake =
                new Intake(
                        kind,
                        Site.of(where.community().id(), null),
                        title.get(),
                        null,
                        List.of(),
                        Triage.usual(null),
                        reception);
        return decide(at, new ImportedOrder(intake, due, closure.get(), resolved));
    }

    private Optional<WorkOrderOutcome> closure(String at, @Nullable String text) {
        if (text == null) {
            return Optional.of(WorkOrderOutcome.OPEN);
        }
        return text.equals(WorkOrderOutcome.OPEN.name())
                ? given.unknown(at, text)
                : given.known(at, text, WorkOrderOutcome.class);
    }

    private Optional<Imported> decide(String at, ImportedOrder order) {
        return order.takeOver(new WorkOrderId(Ids.next("wo")))
                .fold(taken -> Optional.of(imported(order, taken)), no -> refuse(at, no));
    }

    private Optional<Imported> refuse(String at, List<Refusal> reasons) {
        reasons.forEach(reason -> given.faults().add(at, reason.code(), reason.facts()));
        return Optional.empty();
    }

    private Imported imported(ImportedOrder order, WorkOrder taken) {
        return new Imported(new WorkOrderRow(taken, now, 1), content(order));
    }

    /** The title last, because it may contain anything. */
    private static String content(ImportedOrder order) {
        Reception reception = order.intake().reception();
        return String.join(
                "\n",
                reception.channel(),
                reception.receivedAt().toString(),
                String.valueOf(order.dueAt()),
                order.closure().name(),
                String.valueOf(order.resolvedAt()),
                order.intake().title());
    }
}
