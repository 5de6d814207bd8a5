package dev.guanjia.server.web;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Commander;
import dev.guanjia.security.incident.Incident.Alarm;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.security.incident.PlanStep;
import dev.guanjia.server.api.model.Incident;
import dev.guanjia.server.api.model.IncidentCommandTo;
import dev.guanjia.server.api.model.IncidentCommander;
import dev.guanjia.server.api.model.IncidentCreate;
import dev.guanjia.server.api.model.IncidentEvent;
import dev.guanjia.server.api.model.IncidentReport;
import dev.guanjia.server.api.model.IncidentReportCreate;
import dev.guanjia.server.api.model.IncidentStepCreate;
import dev.guanjia.server.api.model.IncidentToDo;
import dev.guanjia.server.api.model.IncidentTransitionCreate;
import dev.guanjia.server.api.model.ZeroGoal;
import dev.guanjia.server.application.IncidentDesk.Draft;
import dev.guanjia.server.application.IncidentDesk.StepDraft;
import dev.guanjia.server.application.IncidentDesk.TickDraft;
import dev.guanjia.server.application.IncidentDesk.To;
import dev.guanjia.server.application.IncidentReader.Shown;
import dev.guanjia.server.application.IncidentReader.Task;
import dev.guanjia.server.application.IncidentReportDesk.ReportDraft;
import dev.guanjia.server.application.IncidentReportDesk.Told;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Incidents on the wire. */
final class IncidentMapping {

    private IncidentMapping() {}

    static Draft draft(IncidentCreate body) {
        return new Draft(
                body.getKind(),
                body.getCommunityId(),
                body.getPlace(),
                body.getWhat(),
                body.getReportedBy(),
                body.getReportedAt().toInstant());
    }

    static ReportDraft draft(IncidentReportCreate body) {
        return new ReportDraft(
                new Told(
                        body.getWhat(),
                        body.getPlace(),
                        body.getHappenedAt().toInstant(),
                        body.getActionsTaken(),
                        body.getCauses()),
                body.getCause(),
                people(body.getResponsible()),
                people(body.getJointlyLiable()),
                body.getFiledAt().toInstant());
    }

    static StepDraft step(IncidentTransitionCreate body) {
        IncidentCommandTo to = body.getHandTo();
        return new StepDraft(
                body.getAction(),
                body.getActedAt().toInstant(),
                to == null ? null : new To(to.getStaffId(), to.getPost()));
    }

    static TickDraft tick(IncidentStepCreate body) {
        return new TickDraft(body.getStep(), body.getActedAt().toInstant(), body.getReason());
    }

    private static List<String> people(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    static Incident incident(Shown shown) {
        dev.guanjia.security.incident.Incident incident = shown.row().incident();
        Alarm alarm = incident.alarm();
        return new Incident(
                        shown.row().id(),
                        incident.plan().kind().id(),
                        shown.row().community(),
                        alarm.place(),
                        alarm.what(),
                        alarm.by(),
                        Wire.at(alarm.at()),
                        incident.state().name(),
                        incident.plan().number(),
                        shown.steps().stream()
                                .map(task -> task(task, label(incident.plan().steps(), task)))
                                .toList(),
                        shown.orders(),
                        incident.events().stream().map(IncidentMapping::event).toList())
                .confirmedAt(incident.confirmedAt().map(Wire::at).orElse(null))
                .notice(shown.notice().map(task -> notice(task, incident)).orElse(null))
                .command(incident.commander().map(IncidentMapping::commander).orElse(null))
                .report(incident.filed().map(IncidentMapping::report).orElse(null));
    }

    private static IncidentToDo notice(Task task, dev.guanjia.security.incident.Incident incident) {
        return task(task, Optional.empty())
                .acknowledgedAt(incident.acknowledgedAt().map(Wire::at).orElse(null));
    }

    private static IncidentCommander commander(Commander commander) {
        return new IncidentCommander(
                commander.staff().value(), commander.post().value(), Wire.at(commander.since()));
    }

    private static Optional<Label> label(List<PlanStep> steps, Task task) {
        return steps.stream()
                .filter(step -> step.id().equals(task.todo().key()))
                .map(PlanStep::label)
                .findFirst();
    }

    private static IncidentToDo task(Task task, Optional<Label> label) {
        return new IncidentToDo(
                        task.todo().key(),
                        task.todo().post().value(),
                        task.posts().stream().map(PostKey::value).toList(),
                        task.holders().stream().map(StaffId::value).toList(),
                        Wire.at(task.todo().since()),
                        Wire.at(task.todo().dueBy()),
                        task.late())
                .label(label.map(Wire::label).orElse(null))
                .doneAt(task.todo().doneAt().map(Wire::at).orElse(null));
    }

    private static IncidentEvent event(dev.guanjia.security.incident.IncidentEvent event) {
        return new IncidentEvent(
                        event.action().name(),
                        Wire.at(event.at()),
                        event.by().staff().value(),
                        event.by().post().value())
                .step(event.step().orElse(null))
                .reason(event.reason().orElse(null))
                .handTo(event.to().map(IncidentMapping::to).orElse(null))
                .report(event.report().map(IncidentMapping::report).orElse(null));
    }

    private static IncidentCommandTo to(Commander to) {
        return new IncidentCommandTo(to.staff().value(), to.post().value());
    }

    private static IncidentReport report(dev.guanjia.security.incident.IncidentReport report) {
        return new IncidentReport(
                report.what(),
                report.place(),
                Wire.at(report.at()),
                report.actions(),
                report.causes(),
                report.liability().cause().name(),
                report.liability().responsible().stream().map(StaffId::value).toList(),
                report.liability().jointlyLiable().stream().map(StaffId::value).toList());
    }

    static ZeroGoal goal(dev.guanjia.security.incident.ZeroGoal goal) {
        return new ZeroGoal(
                goal.goal(),
                goal.isMet(),
                ids(goal.confirmed()),
                ids(goal.falseAlarms()),
                ids(goal.unverified()));
    }

    private static List<String> ids(List<IncidentId> incidents) {
        return incidents.stream().map(IncidentId::value).toList();
    }
}
