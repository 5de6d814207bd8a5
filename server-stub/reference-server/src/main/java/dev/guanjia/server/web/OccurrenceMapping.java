package dev.guanjia.server.web;

import dev.guanjia.calendar.DueDay;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.api.model.DutyConfirmation;
import dev.guanjia.server.api.model.DutyEscalation;
import dev.guanjia.server.api.model.DutyEvidence;
import dev.guanjia.server.api.model.DutyHistoryEntry;
import dev.guanjia.server.api.model.DutyOccurrence;
import dev.guanjia.server.api.model.DutyPerformance;
import dev.guanjia.server.api.model.DutyWaiver;
import dev.guanjia.server.api.model.Responsible;
import dev.guanjia.server.application.DutyDesk.Outcome;
import dev.guanjia.server.application.DutyView;
import dev.guanjia.server.application.OccurrenceIds;
import dev.guanjia.server.store.DutyCallStore.CallRow;
import dev.guanjia.workorder.level.Timeliness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Occurrences of duties on the wire, and what happened to them. */
final class OccurrenceMapping {

    private OccurrenceMapping() {}

    static DutyOccurrence occurrence(DutyView view) {
        DutyRecord record = view.record();
        dev.guanjia.duty.DutyOccurrence due = record.occurrence();
        OccurrenceKey key = due.key();
        return new DutyOccurrence(
                        OccurrenceIds.of(key),
                        key.duty().value(),
                        Wire.label(due.duty().label()),
                        key.post().value(),
                        key.cadence().name(),
                        due.period().start(),
                        due.period().end(),
                        record.state().name(),
                        timeliness(record, view.asOf()).name())
                .part(note(key.part()))
                .staffId(view.responsible().staff().map(StaffId::value).orElse(null))
                .responsible(responsible(view))
                .approver(due.approver().map(PostKey::value).orElse(null))
                .dueAt(due.due().end().map(Wire::at).orElse(null))
                .dueRule(note(due.due().code()))
                .dueBasis(due.due().basis().name())
                .dueAdjustments(adjustments(due))
                .standing(view.standing().name())
                .performance(record.performance().map(OccurrenceMapping::performance).orElse(null))
                .confirmation(confirmation(record))
                .escalation(escalation(view))
                .waiver(record.waiver().map(OccurrenceMapping::waiver).orElse(null));
    }

    private static List<String> adjustments(dev.guanjia.duty.DutyOccurrence due) {
        return due.due().adjustments().stream().sorted().map(DueDay.Adjustment::name).toList();
    }

    private static Responsible responsible(DutyView view) {
        return new Responsible(
                        view.record().occurrence().key().post().value(),
                        view.responsible().post().value(),
                        view.responsible().way().name(),
                        view.judgedOn())
                .staffId(view.responsible().staff().map(StaffId::value).orElse(null));
    }

    private static @Nullable DutyEscalation escalation(DutyView view) {
        List<DutyEvent.Escalated> levels = view.record().escalations();
        if (levels.isEmpty()) {
            return null;
        }
        DutyEvent.Escalated last = levels.get(levels.size() - 1);
        return new DutyEscalation(
                        levels.size(),
                        last.to().value(),
                        Wire.at(last.at()),
                        last.actor().staff().value())
                .toId(
                        view.superior()
                                .flatMap(dev.guanjia.organisation.Responsible::staff)
                                .map(StaffId::value)
                                .orElse(null))
                .note(note(last.note()));
    }

    private static DutyWaiver waiver(DutyEvent.Waived waived) {
        return new DutyWaiver(
                Wire.at(waived.at()),
                waived.actor().staff().value(),
                waived.actor().post().value(),
                waived.actor().authorityVersion(),
                waived.reason());
    }

    static DutyHistoryEntry entry(DutyEvent event) {
        DutyHistoryEntry entry =
                new DutyHistoryEntry(
                        event.action().name(),
                        Wire.at(event.at()),
                        event.actor().staff().value(),
                        event.actor().post().value());
        if (event instanceof DutyEvent.Performed done) {
            return entry.evidence(evidence(done));
        }
        if (event instanceof DutyEvent.Escalated raised) {
            return entry.to(raised.to().value()).note(note(raised.note()));
        }
        if (event instanceof DutyEvent.Confirmed said) {
            return entry.note(note(said.note()));
        }
        if (event instanceof DutyEvent.Returned said) {
            return entry.note(note(said.note()));
        }
        return event instanceof DutyEvent.Waived waived ? entry.note(waived.reason()) : entry;
    }

    static dev.guanjia.server.api.model.DutyEvent event(CallRow call) {
        return new dev.guanjia.server.api.model.DutyEvent(
                        call.id(),
                        call.dutyId(),
                        Wire.at(call.at()),
                        call.reportedBy(),
                        call.occurrenceIds())
                .reference(call.said().reference())
                .note(call.said().note());
    }

    /** Performed duties are judged by when they were performed, open ones as of an instant. */
    private static Timeliness timeliness(DutyRecord record, Instant asOf) {
        boolean inTime =
                record.performance()
                        .map(done -> record.occurrence().due().isInTime(done.at()))
                        .orElseGet(() -> !record.standing(asOf).isLate());
        return inTime ? Timeliness.ON_TIME : Timeliness.OVERDUE;
    }

    private static DutyPerformance performance(DutyEvent.Performed done) {
        return new DutyPerformance(
                Wire.at(done.at()), done.actor().staff().value(), evidence(done));
    }

    private static List<DutyEvidence> evidence(DutyEvent.Performed done) {
        return done.evidence().stream()
                .map(proof -> new DutyEvidence(proof.record(), proof.reference()))
                .toList();
    }

    private static @Nullable DutyConfirmation confirmation(DutyRecord record) {
        DutyConfirmation last = null;
        for (DutyEvent event : record.events()) {
            if (event instanceof DutyEvent.Confirmed said) {
                last = confirmation(said, Outcome.CONFIRMED).note(note(said.note()));
            } else if (event instanceof DutyEvent.Returned said) {
                last = confirmation(said, Outcome.RETURNED).note(note(said.note()));
            }
        }
        return last;
    }

    private static DutyConfirmation confirmation(DutyEvent said, Outcome outcome) {
        return new DutyConfirmation(
                Wire.at(said.at()), said.actor().staff().value(), outcome.name());
    }

    private static @Nullable String note(String note) {
        return note.isEmpty() ? null : note;
    }
}
