package dev.guanjia.server.web;

import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.server.application.DutyFeedDesk.Duties;
import dev.guanjia.server.application.DutyView;
import dev.guanjia.server.application.OccurrenceIds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A person's duties as an iCalendar file (RFC 5545): each at the last minute in time. */
final class DutyFeedFile {

    private DutyFeedFile() {}

    static byte[] of(Duties duties) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Guanjia//Duties//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        duties.duties().forEach(view -> calendar.add(event(view, duties.now())));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static VEvent event(DutyView view, Instant now) {
        DutyOccurrence due = view.record().occurrence();
        VEvent event = new VEvent(false);
        event.add(new Uid(OccurrenceIds.of(due.key()) + "@guanjia"));
        event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
        event.add(start(due));
        event.add(new Summary(due.duty().label().zh()));
        event.add(
                new Description(
                        due.duty().label().en() + "\n" + due.key().post() + " " + view.standing()));
        event.add(new Categories(due.duty().id().value()));
        return event;
    }

    /** What has no limit stands on its first day. */
    private static DtStart<?> start(DutyOccurrence due) {
        Optional<Instant> end = due.due().end();
        return end.isPresent()
                ? new DtStart<>(end.get().minusNanos(1).truncatedTo(ChronoUnit.MINUTES))
                : new DtStart<>(due.key().start());
    }
}
