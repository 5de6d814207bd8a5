package dev.guanjia.server.application;

import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at occurrences from one instant. What is done keeps its people; what is open follows the
 * assignments, of the last day in time or, once that has passed, of the instant's day.
 */
final class DutyViews {

    private final CompanyCalendar calendar;
    private final Instant asOf;
    private final LocalDate today;
    private final Map<Asked, Responsible> answering = new HashMap<>();

    DutyViews(CompanyCalendar calendar, Instant asOf) {
        this.calendar = calendar;
        this.asOf = asOf;
        this.today = LocalDate.ofInstant(asOf, calendar.zone());
    }

    private record Asked(PostKey post, LocalDate day) {}

    DutyView of(DutyRecord whole) {
        DutyOccurrence due = whole.occurrence();
        DutyRecord record =
                new DutyRecord(
                        due,
                        whole.events().stream()
                                .filter(event -> !event.at().isAfter(asOf))
                                .toList());
        LocalDate last = due.due().lastDay().orElse(due.key().start());
        LocalDate day = last.isBefore(today) ? today : last;
        boolean done = record.performance().isPresent() || record.waiver().isPresent();
        Responsible responsible =
                done
                        ? record.answering(calendar.responsibility(), day)
                        : answering.computeIfAbsent(
                                new Asked(due.key().post(), day),
                                asked -> calendar.responsibility().on(asked.post(), asked.day()));
        return new DutyView(record, asOf, responsible, day, superior(record));
    }

    private Optional<Responsible> superior(DutyRecord record) {
        return record.escalations().stream()
                .reduce((earlier, later) -> later)
                .map(
                        last ->
                                calendar.responsibility()
                                        .on(
                                                last.to(),
                                                LocalDate.ofInstant(last.at(), calendar.zone())));
    }
}
