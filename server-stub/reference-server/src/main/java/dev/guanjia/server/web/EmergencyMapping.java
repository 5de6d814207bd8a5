package dev.guanjia.server.web;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.incident.EmergencyKind.Limit;
import dev.guanjia.security.incident.PlanStep;
import dev.guanjia.security.incident.PlanVersion;
import dev.guanjia.server.api.model.Drill;
import dev.guanjia.server.api.model.DrillChange;
import dev.guanjia.server.api.model.DrillResult;
import dev.guanjia.server.api.model.DrillResultCreate;
import dev.guanjia.server.api.model.EmergencyContact;
import dev.guanjia.server.api.model.EmergencyNotice;
import dev.guanjia.server.api.model.EmergencyPlan;
import dev.guanjia.server.api.model.EmergencyPlanEvent;
import dev.guanjia.server.api.model.EmergencyPlanRevisionCreate;
import dev.guanjia.server.api.model.EmergencyPlanVersion;
import dev.guanjia.server.api.model.EmergencyStandIn;
import dev.guanjia.server.api.model.EmergencyStep;
import dev.guanjia.server.api.model.EmergencyStepLabel;
import dev.guanjia.server.application.DrillDesk.Result;
import dev.guanjia.server.application.EmergencyPlanDesk.Revision;
import dev.guanjia.server.application.EmergencyPlanDesk.Shown;
import dev.guanjia.server.application.EmergencyPlanDesk.StandIn;
import dev.guanjia.server.application.EmergencyPlanDesk.StepDraft;
import dev.guanjia.server.application.EmergencyPlanDesk.TellDraft;
import dev.guanjia.server.application.EmergencyPlanDesk.Text;
import dev.guanjia.server.store.DrillStore.DrillRow;
import java.util.List;

/** Emergency plans and drills on the wire. */
final class EmergencyMapping {

    private EmergencyMapping() {}

    static EmergencyPlan plan(Shown shown) {
        dev.guanjia.security.incident.EmergencyPlan plan = shown.row().plan();
        return new EmergencyPlan(
                        plan.kind().id(),
                        Wire.label(plan.kind().label()),
                        plan.state().name(),
                        plan.version(),
                        plan.steps().stream().map(EmergencyMapping::step).toList(),
                        shown.standIns().stream().map(EmergencyMapping::standIn).toList(),
                        plan.contacts().stream().map(EmergencyMapping::contact).toList(),
                        plan.events().stream().map(EmergencyMapping::event).toList())
                .goal(plan.kind().goal().orElse(null))
                .tell(plan.latest().tell().map(EmergencyMapping::notice).orElse(null))
                .inForce(shown.inForce().map(EmergencyMapping::version).orElse(null));
    }

    private static EmergencyPlanVersion version(PlanVersion version) {
        return new EmergencyPlanVersion(
                        version.number(),
                        version.steps().stream().map(EmergencyMapping::step).toList())
                .tell(version.tell().map(EmergencyMapping::notice).orElse(null));
    }

    private static EmergencyStandIn standIn(StandIn standIn) {
        return new EmergencyStandIn(
                standIn.step(),
                standIn.post().value(),
                standIn.acting().stream().map(PostKey::value).toList());
    }

    private static EmergencyNotice notice(Limit limit) {
        return new EmergencyNotice(limit.post().value(), minutes(limit));
    }

    private static int minutes(Limit limit) {
        return Math.toIntExact(limit.within().toMinutes());
    }

    private static EmergencyStep step(PlanStep step) {
        return new EmergencyStep(
                step.id(),
                new EmergencyStepLabel(step.label().zh(), step.label().en()),
                step.limit().post().value(),
                minutes(step.limit()),
                step.protectsScene());
    }

    private static EmergencyContact contact(
            dev.guanjia.security.incident.EmergencyPlan.Contact contact) {
        return new EmergencyContact(contact.id(), Wire.label(contact.label()), contact.phone());
    }

    private static EmergencyPlanEvent event(
            dev.guanjia.security.incident.EmergencyPlan.Event event) {
        return new EmergencyPlanEvent(
                        event.action().name(),
                        Wire.at(event.at()),
                        event.by().staff().value(),
                        event.by().post().value())
                .note(event.note().isEmpty() ? null : event.note());
    }

    static Revision revision(EmergencyPlanRevisionCreate body) {
        List<StepDraft> steps = body.getSteps().stream().map(EmergencyMapping::draft).toList();
        EmergencyNotice tell = body.getTell();
        return new Revision(
                tell == null ? null : new TellDraft(tell.getPost(), tell.getWithinMinutes()),
                steps,
                body.getReason(),
                body.getActedAt().toInstant());
    }

    private static StepDraft draft(EmergencyStep step) {
        return new StepDraft(
                step.getId(),
                new Text(step.getLabel().getZh(), step.getLabel().getEn()),
                step.getPost(),
                step.getWithinMinutes(),
                step.getProtectsScene());
    }

    static Result result(DrillResultCreate body) {
        List<String> lessons = body.getLessons();
        return new Result(
                body.getHeldAt().toInstant(),
                body.getParticipants(),
                body.getPassed(),
                lessons == null ? List.of() : lessons);
    }

    static Drill drill(DrillRow row) {
        return new Drill(
                        row.drill().id(),
                        row.drill().kind(),
                        row.community(),
                        row.drill().day(),
                        row.state(),
                        row.drill().changes().stream().map(EmergencyMapping::change).toList())
                .result(row.drill().held().map(EmergencyMapping::result).orElse(null));
    }

    private static DrillChange change(dev.guanjia.security.incident.Drill.Change change) {
        return new DrillChange(
                        change.reason(),
                        Wire.at(change.at()),
                        change.by().staff().value(),
                        change.by().post().value())
                .to(change.to().orElse(null));
    }

    private static DrillResult result(dev.guanjia.security.incident.Drill.Held held) {
        return new DrillResult(
                Wire.at(held.at()), held.participants(), held.passed(), held.lessons());
    }
}
