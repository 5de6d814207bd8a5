package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.IncidentReport.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A smoke alarm in the garage, handled by the shipped plan for fires. */
final class Fires {

    static final EmergencyPlan PLAN = EmergencyPlans.load().get("FIRE");
    static final Actor CAPTAIN = actor("SECURITY_CAPTAIN");
    static final Incident REPORTED = reported("in_1", PLAN.latest());

    /** A company with every post of the plan, led by the property manager. */
    static final Responders COMPANY = company("MANAGER_CENTRED");

    private Fires() {}

    static Actor actor(String post) {
        return new Actor(new StaffId("sf_1"), new PostKey(post), "v1");
    }

    /** Somebody who does not command. */
    static Actor stranger(String post) {
        return new Actor(new StaffId("sf_2"), new PostKey(post), "v1");
    }

    static Instant minute(long minutes) {
        return Instant.parse("2026-03-02T14:00:00Z").plusSeconds(60 * minutes);
    }

    /** As a company of a template begins. */
    static Responders company(String template) {
        OrganisationModel model = OrganisationModels.load().find(template).orElseThrow();
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Responders(Organisation.start(model, day).resolution(day)::posts);
    }

    static Incident reported(String id, PlanVersion plan) {
        return Incident.report(
                new IncidentId(id),
                new Incident.Alarm("garage B1", "smoke detector 17", "fire panel", minute(0)),
                plan);
    }

    static IncidentEvent event(Action action, long minutes) {
        return IncidentEvent.of(action, CAPTAIN, minute(minutes));
    }

    static IncidentEvent tick(PlanStep step, long minutes) {
        return IncidentEvent.tick(step.id(), actor(step.limit().post().value()), minute(minutes));
    }

    static IncidentReport report(Cause cause) {
        return new IncidentReport(
                "a car burned",
                "garage B1",
                minute(0),
                "put out with two extinguishers",
                "a short circuit",
                new IncidentReport.Liability(cause, List.of(), List.of()));
    }

    /** Takes steps that must all be accepted. */
    static Incident after(Incident incident, IncidentEvent... events) {
        Incident now = incident;
        for (IncidentEvent event : events) {
            now = accepted(now.take(event, COMPANY));
        }
        return now;
    }

    /** Confirmed at minute 3, at work since minute 4, nothing ticked. */
    static Incident burning() {
        return after(REPORTED, event(Action.VERIFY, 3), event(Action.RESPOND, 4));
    }
}
