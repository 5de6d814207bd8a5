package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyMargin;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyStanding;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.api.model.Duty;
import dev.guanjia.server.api.model.DutyConfirmation;
import dev.guanjia.server.api.model.DutyEvidence;
import dev.guanjia.server.api.model.DutyOccurrence;
import dev.guanjia.server.api.model.DutyPerformance;
import dev.guanjia.server.api.model.SlowDuty;
import dev.guanjia.server.application.DutyDesk.Outcome;
import dev.guanjia.server.application.OccurrenceIds;
import dev.guanjia.workorder.Timeliness;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Duties on the wire. */
final class DutyMapping {

    private DutyMapping() {}

    static Duty duty(dev.guanjia.duty.Duty duty) {
        return new Duty(
                        duty.id().value(),
                        Wire.label(duty.label()),
                        duty.posts().stream().map(PostKey::value).toList(),
                        duty.timing().cadences().stream().map(Cadence::name).toList(),
                        duty.evidence(),
                        duty.origin().from(),
                        duty.origin().source())
                .deadline(duty.timing().deadline().map(DeadlineRule::toString).orElse(null))
                .approver(duty.approver().map(PostKey::value).orElse(null));
    }

    static DutyOccurrence occurrence(DutyRecord record, Instant asOf) {
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
                        timeliness(record, asOf).name())
                .staffId(due.responsible().staff().map(StaffId::value).orElse(null))
                .dueAt(Wire.at(due.due().end()))
                .dueRule(due.due().rule().toString())
                .performance(record.performance().map(DutyMapping::performance).orElse(null))
                .confirmation(confirmation(record));
    }

    /** Performed duties are judged by when they were performed, open ones as of an instant. */
    private static Timeliness timeliness(DutyRecord record, Instant asOf) {
        boolean inTime =
                record.performance()
                        .map(done -> record.occurrence().due().isInTime(done.at()))
                        .orElseGet(() -> record.standing(asOf) != DutyStanding.OVERDUE);
        return inTime ? Timeliness.ON_TIME : Timeliness.OVERDUE;
    }

    private static DutyPerformance performance(DutyEvent.Performed done) {
        return new DutyPerformance(
                Wire.at(done.at()),
                done.actor().staff().value(),
                done.evidence().stream()
                        .map(proof -> new DutyEvidence(proof.record(), proof.reference()))
                        .toList());
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

    static SlowDuty slow(DutyMargin slow) {
        dev.guanjia.duty.DutyOccurrence due = slow.record().occurrence();
        Optional<DutyEvent.Performed> done = slow.record().performance();
        return new SlowDuty(
                OccurrenceIds.of(due.key()),
                due.key().duty().value(),
                Wire.label(due.duty().label()),
                due.key().post().value(),
                due.period().start(),
                Wire.at(done.orElseThrow().at()),
                done.orElseThrow().actor().staff().value(),
                Wire.at(due.due().end()),
                slow.margin().toSeconds());
    }
}
