package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.IncidentEvent;
import dev.guanjia.security.incident.IncidentReport;
import dev.guanjia.security.incident.IncidentReport.Liability;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.StaffStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Files the reports of incidents. */
@Service
public class IncidentReportDesk {

    private final Planning planning;
    private final IncidentSteps steps;
    private final StaffStore staff;

    IncidentReportDesk(Planning planning, IncidentSteps steps, StaffStore staff) {
        this.planning = planning;
        this.steps = steps;
        this.staff = staff;
    }

    /**
     * A report as a caller writes it.
     *
     * @param told what happened, where, when, why, and what was done
     * @param cause what sort of cause
     * @param responsible who answers for it
     * @param liable who answers beside them
     * @param filed when it is filed
     */
    public record ReportDraft(
            Told told,
            String cause,
            List<String> responsible,
            List<String> liable,
            Instant filed) {}

    /**
     * What happened.
     *
     * @param what what
     * @param place where
     * @param at when
     * @param actions what was done about it
     * @param causes why
     */
    public record Told(String what, String place, Instant at, String actions, String causes) {}

    /**
     * Files the report of an incident.
     *
     * @param caller who files it
     * @param seen which incident
     * @param draft the report
     * @return the incident afterwards
     */
    public IncidentRow file(Caller caller, Seen seen, ReportDraft draft) {
        Breach attempt = new Breach("file-incident-report", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Told told = draft.told();
        given.text("/what", told.what());
        given.text("/place", told.place());
        given.text("/actions_taken", told.actions());
        given.text("/causes", told.causes());
        Optional<IncidentReport.Cause> cause =
                given.known("/cause", draft.cause(), IncidentReport.Cause.class);
        Optional<Instant> filed = past(given, "/filed_at", draft.filed());
        Optional<Instant> happened = past(given, "/happened_at", told.at());
        if (filed.isPresent() && happened.filter(at -> at.isAfter(filed.get())).isPresent()) {
            String expected = "not after " + filed.get();
            given.wrong("/happened_at", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        List<StaffId> responsible =
                people(given, caller.tenant(), "/responsible", draft.responsible());
        List<StaffId> liable = people(given, caller.tenant(), "/jointly_liable", draft.liable());
        given.end();
        IncidentReport report =
                new IncidentReport(
                        told.what(),
                        told.place(),
                        happened.orElseThrow(),
                        told.actions(),
                        told.causes(),
                        new Liability(cause.orElseThrow(), responsible, List.of()));
        IncidentReport whole = Refused.unlessAccepted(report.holdLiable(liable));
        return steps.take(
                caller,
                seen,
                attempt,
                IncidentEvent.file(whole, planning.actor(caller), filed.orElseThrow()));
    }

    private List<StaffId> people(Given given, String tenant, String pointer, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (staff.find(tenant, ids.get(i)).isEmpty()) {
                given.unknown(pointer + "/" + i, ids.get(i));
            }
        }
        return ids.stream().map(StaffId::new).toList();
    }

    private Optional<Instant> past(Given given, String pointer, Instant at) {
        return new Moments(given, planning.now()).past(pointer, at);
    }
}
