package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.EmergencyKind;
import dev.guanjia.security.incident.EmergencyKind.Limit;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.IncidentReport;
import dev.guanjia.security.incident.PlanStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Steps of plans and reports as the tables keep them; what may be absent is a list of one. */
final class EmergencyJson {

    private EmergencyJson() {}

    private record Bound(String post, long seconds) {
        static Bound of(Limit limit) {
            return new Bound(limit.post().value(), limit.within().toSeconds());
        }

        Limit limit() {
            return new Limit(new PostKey(post), Duration.ofSeconds(seconds));
        }
    }

    private record Step(
            String id, String zh, String en, Bound limit, boolean scene, String source) {
        static Step of(PlanStep step) {
            return new Step(
                    step.id(),
                    step.label().zh(),
                    step.label().en(),
                    Bound.of(step.limit()),
                    step.protectsScene(),
                    step.source());
        }

        PlanStep step() {
            return new PlanStep(id, new Label(zh, en), limit.limit(), scene, source);
        }
    }

    /** A plan as it was on the day of an incident. */
    private record Held(List<Bound> tell, List<Step> steps) {}

    private record Report(
            String what,
            String place,
            String at,
            String causes,
            String cause,
            List<String> responsible,
            List<String> liable) {

        static Report of(IncidentReport report) {
            return new Report(
                    report.what(),
                    report.place(),
                    report.at().toString(),
                    report.causes(),
                    report.cause().name(),
                    report.responsible().stream().map(StaffId::value).toList(),
                    report.jointlyLiable().stream().map(StaffId::value).toList());
        }

        IncidentReport report() {
            return new IncidentReport(
                    what,
                    place,
                    Instant.parse(at),
                    causes,
                    IncidentReport.Cause.valueOf(cause),
                    responsible.stream().map(StaffId::new).toList(),
                    liable.stream().map(StaffId::new).toList());
        }
    }

    static String steps(JsonMapper mapper, List<PlanStep> steps) {
        return mapper.writeValueAsString(steps.stream().map(Step::of).toList());
    }

    static List<PlanStep> steps(JsonMapper mapper, String json) {
        return List.of(mapper.readValue(json, Step[].class)).stream().map(Step::step).toList();
    }

    static String plan(JsonMapper mapper, EmergencyPlan plan) {
        return mapper.writeValueAsString(
                new Held(
                        plan.kind().tell().map(Bound::of).stream().toList(),
                        plan.steps().stream().map(Step::of).toList()));
    }

    /** The plan as it was, with what the catalogue says of its kind and whom to call. */
    static EmergencyPlan plan(JsonMapper mapper, String json, EmergencyPlan shipped) {
        Held held = mapper.readValue(json, Held.class);
        EmergencyKind kind = shipped.kind();
        EmergencyKind then =
                new EmergencyKind(
                        kind.id(),
                        kind.label(),
                        kind.goal(),
                        held.tell().stream().map(Bound::limit).findFirst(),
                        kind.from(),
                        kind.source());
        List<PlanStep> steps = held.steps().stream().map(Step::step).toList();
        return EmergencyPlan.draft(then, steps, shipped.contacts());
    }

    static String report(JsonMapper mapper, IncidentReport report) {
        return mapper.writeValueAsString(Report.of(report));
    }

    static IncidentReport report(JsonMapper mapper, String json) {
        return mapper.readValue(json, Report.class).report();
    }
}
