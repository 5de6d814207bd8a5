package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Pages;
import dev.guanjia.client.generated.api.DutiesApi;
import dev.guanjia.client.model.Duty;
import dev.guanjia.client.model.DutyConfirmationCreate;
import dev.guanjia.client.model.DutyEscalation;
import dev.guanjia.client.model.DutyEscalationCreate;
import dev.guanjia.client.model.DutyEvidence;
import dev.guanjia.client.model.DutyOccurrence;
import dev.guanjia.client.model.DutyPerformanceCreate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Everybody does what was due in March, two of them late; the approvers confirm. */
final class DutyStep {

    private static final LocalDate FIRST = DemoPlan.MONTH.atDay(1);
    private static final LocalDate LAST = DemoPlan.MONTH.atEndOfMonth();
    private static final int EARLIEST_MINUTES = 60;
    private static final int SPREAD_MINUTES = 480;

    /** Duty and first day of its period, to when it was done. */
    private static final Map<String, OffsetDateTime> AT =
            new TreeMap<>(
                    Map.of(
                            "D-000-CSH-07/2026-03-01",
                                    OffsetDateTime.parse("2026-04-02T10:00:00+08:00"),
                            "D-000-CSH-03/2026-03-18",
                                    OffsetDateTime.parse("2026-03-19T09:30:00+08:00"),
                            "D-004B-RC-06/2026-03-01",
                                    OffsetDateTime.parse("2026-03-23T10:30:00+08:00"),
                            "D-004B-RC-07/2026-03-01",
                                    OffsetDateTime.parse("2026-03-23T15:00:00+08:00")));

    /** Found open the next morning, and brought before the manager. */
    private static final String ESCALATED = "D-000-CSH-03/2026-03-18";

    private static final OffsetDateTime ESCALATED_AT =
            OffsetDateTime.parse("2026-03-19T08:40:00+08:00");

    private final Console console;
    private final DemoPlan plan;
    private final Office office;
    private final Map<String, Duty> duties = new TreeMap<>();

    DutyStep(Console console, DemoPlan plan, Office office) {
        this.console = console;
        this.plan = plan;
        this.office = office;
    }

    void performAll() {
        DutiesApi api = office.administrator().duties();
        Pages.iterate(cursor -> api.listDuties(null, 200, cursor, null, null, null))
                .forEach(duty -> duties.put(duty.getId(), duty));
        List<DutyOccurrence> due =
                Pages.iterate(
                                cursor ->
                                        api.listDutyOccurrences(
                                                FIRST, LAST, null, null, null, 200, cursor, null,
                                                null))
                        .stream()
                        .toList();
        Progress progress = new Progress(console, "step.duties", due.size());
        Desks.work(
                IntStream.range(0, due.size()).boxed().toList(),
                index -> {
                    perform(due.get(index), index);
                    progress.next();
                });
    }

    private void perform(DutyOccurrence occurrence, int index) {
        Duty duty = duties.get(occurrence.getDutyId());
        OffsetDateTime when = when(occurrence, index);
        DutyPerformanceCreate performance = new DutyPerformanceCreate().performedAt(when);
        if (duty.getEvidence().isEmpty()) {
            performance.evidence(List.of());
        } else {
            String reference = occurrence.getFrom() + "/" + (index + 1);
            performance.addEvidenceItem(
                    new DutyEvidence().record(duty.getEvidence().get(0)).reference(reference));
        }
        String id = occurrence.getId();
        if (ESCALATED.equals(name(occurrence))) {
            escalate(occurrence);
        }
        office.as(occurrence.getPost()).duties().performDuty(id, key("duty", id), performance);
        String approver = duty.getApprover();
        if (approver != null && !approver.equals(occurrence.getPost())) {
            DutyConfirmationCreate confirmation =
                    new DutyConfirmationCreate()
                            .confirmedAt(when.plusMinutes(30))
                            .outcome("CONFIRMED");
            office.as(approver).duties().confirmDuty(id, key("confirm", id), confirmation);
        }
    }

    private void escalate(DutyOccurrence occurrence) {
        DutyEscalationCreate escalation =
                new DutyEscalationCreate().escalatedAt(ESCALATED_AT).note("3月18日日结尚未完成");
        String id = occurrence.getId();
        DutyOccurrence after =
                office.as(occurrence.getPost())
                        .dutyOccurrences()
                        .escalateDuty(id, key("escalate", id), escalation);
        DutyEscalation made = Objects.requireNonNull(after.getEscalation());
        console.say("duty.escalated", name(occurrence), made.getTo());
    }

    private static String name(DutyOccurrence occurrence) {
        return occurrence.getDutyId() + "/" + occurrence.getFrom();
    }

    private OffsetDateTime when(DutyOccurrence occurrence, int index) {
        OffsetDateTime planned = AT.get(name(occurrence));
        if (planned != null) {
            return planned;
        }
        int early = EARLIEST_MINUTES + plan.draw().of("duty", index, SPREAD_MINUTES);
        return occurrence.getDueAt().minusMinutes(early);
    }
}
