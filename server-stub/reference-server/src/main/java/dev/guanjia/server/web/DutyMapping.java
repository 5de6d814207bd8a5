package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyMargin;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.HeldDuty;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Duties on the wire. */
final class DutyMapping {

    private DutyMapping() {}

    static Duty duty(HeldDuty held) {
        dev.guanjia.duty.Duty duty = held.duty();
        List<String> codes = duty.timing().codes();
        return new Duty(
                        duty.id().value(),
                        Wire.label(duty.label()),
                        held.posts().stream().map(PostKey::value).toList(),
                        duty.timing().cadences().stream().map(Cadence::name).toList(),
                        duty.evidence(),
                        duty.origin().from(),
                        duty.origin().source())
                .deadline(codes.isEmpty() ? null : String.join(";", codes))
                .approver(approver(held));
    }

    /** The one post that confirms; absent where it depends on who performs. */
    private static @Nullable String approver(HeldDuty held) {
        List<PostKey> approvers =
                held.approvers().values().stream().flatMap(Optional::stream).distinct().toList();
        return approvers.size() == 1 ? approvers.get(0).value() : null;
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
                .dueAt(due.due().end().map(Wire::at).orElse(null))
                .dueRule(due.due().code().isEmpty() ? null : due.due().code())
                .performance(record.performance().map(DutyMapping::performance).orElse(null))
                .confirmation(confirmation(record));
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
                Wire.at(due.due().end().orElseThrow()),
                slow.margin().toSeconds());
    }
}
