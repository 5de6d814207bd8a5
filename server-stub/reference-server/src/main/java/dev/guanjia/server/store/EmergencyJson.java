package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.EmergencyKind;
import dev.guanjia.security.incident.EmergencyKind.Limit;
import dev.guanjia.security.incident.IncidentReport;
import dev.guanjia.security.incident.IncidentReport.Liability;
import dev.guanjia.security.incident.PlanStep;
import dev.guanjia.security.incident.PlanVersion;
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

    /** A version of a plan. */
    private record Held(List<Bound> tell, List<Step> steps) {}

    private record Report(
            String what, String place, String at, String actions, String causes, Liable liable) {

        static Report of(IncidentReport report) {
            return new Report(
                    report.what(),
                    report.place(),
                    report.at().toString(),
                    report.actions(),
                    report.causes(),
                    Liable.of(report.liability()));
        }

        IncidentReport report() {
            return new IncidentReport(
                    what, place, Instant.parse(at), actions, causes, liable.liability());
        }
    }

    private record Liable(String cause, List<String> responsible, List<String> jointly) {
        static Liable of(Liability liability) {
            return new Liable(
                    liability.cause().name(),
                    liability.responsible().stream().map(StaffId::value).toList(),
                    liability.jointlyLiable().stream().map(StaffId::value).toList());
        }

        Liability liability() {
            return new Liability(
                    IncidentReport.Cause.valueOf(cause),
                    responsible.stream().map(StaffId::new).toList(),
                    jointly.stream().map(StaffId::new).toList());
        }
    }

    static String version(JsonMapper mapper, PlanVersion version) {
        return mapper.writeValueAsString(
                new Held(
                        version.tell().map(Bound::of).stream().toList(),
                        version.steps().stream().map(Step::of).toList()));
    }

    static PlanVersion version(JsonMapper mapper, String json, EmergencyKind kind, int number) {
        Held held = mapper.readValue(json, Held.class);
        return new PlanVersion(
                kind,
                number,
                held.tell().stream().map(Bound::limit).findFirst(),
                held.steps().stream().map(Step::step).toList());
    }

    static String report(JsonMapper mapper, IncidentReport report) {
        return mapper.writeValueAsString(Report.of(report));
    }

    static IncidentReport report(JsonMapper mapper, String json) {
        return mapper.readValue(json, Report.class).report();
    }
}
