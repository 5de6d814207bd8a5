package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.IncidentEvent;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.EmergencyCrews.Crew;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.IncidentStore;
import dev.guanjia.server.store.IncidentStore.IncidentRow;
import dev.guanjia.server.store.WorkOrderLinkStore;
import dev.guanjia.workorder.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes incidents one step on, with the company as it is on the day of the step. */
@Component
class IncidentSteps {

    private final Planning planning;
    private final Places places;
    private final EmergencyCrews crews;
    private final IncidentStore store;
    private final WorkOrderLinkStore links;

    IncidentSteps(
            Planning planning,
            Places places,
            EmergencyCrews crews,
            IncidentStore store,
            WorkOrderLinkStore links) {
        this.planning = planning;
        this.places = places;
        this.crews = crews;
        this.store = store;
        this.links = links;
    }

    /** The incident after a step, kept with who is told of it. */
    IncidentRow take(Caller caller, Seen seen, Breach attempt, IncidentEvent event) {
        String tenant = caller.tenant();
        IncidentRow before =
                store.lock(tenant, seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        Crew crew = crews.of(tenant);
        LocalDate day = day(tenant, before, event.at());
        Incident after = Ruling.unlessRefused(before.incident().take(event, crew.on(day)), attempt);
        if (event.action() == Action.CLOSE) {
            requireNoOrder(tenant, seen.id());
        }
        List<StaffId> told = before.told().isEmpty() ? told(after, crew, day) : before.told();
        IncidentRow row = new IncidentRow(after, before.community(), told, before.version() + 1);
        store.step(tenant, row, planning.now());
        Map<String, String> facts =
                Map.of("action", event.action().name(), "state", after.state().name());
        planning.done(caller, attempt, seen.id(), facts);
        return row;
    }

    /** The day there. */
    LocalDate day(String tenant, IncidentRow row, Instant at) {
        return LocalDate.ofInstant(at, places.community(tenant, row.community()).zone());
    }

    private static List<StaffId> told(Incident incident, Crew crew, LocalDate day) {
        return incident.notice().map(notice -> crew.staff(notice.post(), day)).orElse(List.of());
    }

    private void requireNoOrder(String tenant, String id) {
        List<Refusal> open =
                links.openBound(tenant, Link.Kind.INCIDENT, id).stream()
                        .map(
                                order ->
                                        IncidentRuleRefusal.ORDER_OPEN.because(
                                                Map.of("incident", id, "order", order)))
                        .toList();
        if (!open.isEmpty()) {
            throw Refused.because(open);
        }
    }
}
