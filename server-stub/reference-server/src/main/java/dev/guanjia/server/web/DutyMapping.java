package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyMargin;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.api.model.Duty;
import dev.guanjia.server.api.model.SlowDuty;
import dev.guanjia.server.application.OccurrenceIds;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Duties on the wire. */
final class DutyMapping {

    private DutyMapping() {}

    static Duty duty(HeldDuty held) {
        dev.guanjia.duty.Duty duty = held.duty();
        return new Duty(
                        duty.id().value(),
                        Wire.label(duty.label()),
                        held.posts().stream().map(PostKey::value).toList(),
                        duty.timing().cadences().stream().map(Cadence::name).toList(),
                        duty.evidence(),
                        duty.origin().from(),
                        duty.origin().source())
                .deadline(deadline(duty))
                .approver(approver(held))
                .approvers(values(duty.approvers()))
                .to(duty.origin().until().orElse(null));
    }

    /** A version of the catalogue, with the keys that its row names. */
    static Duty version(dev.guanjia.duty.Duty duty) {
        return new Duty(
                        duty.id().value(),
                        Wire.label(duty.label()),
                        values(duty.posts()),
                        duty.timing().cadences().stream().map(Cadence::name).toList(),
                        duty.evidence(),
                        duty.origin().from(),
                        duty.origin().source())
                .deadline(deadline(duty))
                .approvers(values(duty.approvers()))
                .to(duty.origin().until().orElse(null));
    }

    private static List<String> values(List<PostKey> posts) {
        return posts.stream().map(PostKey::value).toList();
    }

    private static @Nullable String deadline(dev.guanjia.duty.Duty duty) {
        List<String> codes = duty.timing().codes();
        return codes.isEmpty() ? null : String.join(";", codes);
    }

    /** The one post that confirms; absent where it depends on who performs. */
    private static @Nullable String approver(HeldDuty held) {
        List<PostKey> approvers =
                held.approvers().values().stream().flatMap(Optional::stream).distinct().toList();
        return approvers.size() == 1 ? approvers.get(0).value() : null;
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
