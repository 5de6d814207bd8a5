package dev.guanjia.duty;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against an event on a record, on the day of the event. */
final class DutyChecks {

    private final DutyRecord record;
    private final DutyEvent event;
    private final Responsibility responsibility;
    private final LocalDate day;
    private final String duty;

    DutyChecks(DutyRecord record, DutyEvent event, Responsibility responsibility) {
        this.record = record;
        this.event = event;
        this.responsibility = responsibility;
        this.day = LocalDate.ofInstant(event.at(), record.occurrence().due().zone());
        this.duty = record.occurrence().duty().id().value();
    }

    List<Refusal> perform(List<Evidence> evidence) {
        List<Refusal> reasons = stateAndTime();
        List<Refusal> held = notHeld();
        reasons.addAll(held);
        Responsible responsible = escalation().responsible();
        boolean mayPerform = isResponsible(responsible) || isLastLevel();
        if (held.isEmpty() && !mayPerform) {
            reasons.add(
                    DutyRefusal.NOT_RESPONSIBLE.because(
                            "staff", event.actor().staff().value(),
                            "post", event.actor().post().value(),
                            "responsible", responsible.toString()));
        }
        Duty asked = record.occurrence().duty();
        if (!asked.isProvedBy(evidence)) {
            reasons.add(
                    DutyRefusal.EVIDENCE_MISSING.because(
                            "duty", duty, "expected", String.join(", ", asked.evidence())));
        }
        return reasons;
    }

    List<Refusal> review() {
        List<Refusal> reasons = stateAndTime();
        reasons.addAll(notHeld());
        approver()
                .filter(approver -> !approver.equals(event.actor().post()))
                .map(this::notApprover)
                .ifPresent(reasons::add);
        record.performance()
                .map(DutyEvent.Performed::actor)
                .filter(done -> done.staff().equals(event.actor().staff()))
                .map(done -> DutyRefusal.SELF_CONFIRMATION.because("staff", done.staff().value()))
                .ifPresent(reasons::add);
        return reasons;
    }

    List<Refusal> escalate() {
        List<Refusal> reasons = stateAndTime();
        if (record.occurrence().due().isInTime(event.at())) {
            String due = record.occurrence().due().lastDay().map(LocalDate::toString).orElse("-");
            reasons.add(DutyRefusal.NOT_OVERDUE.because("duty", duty, "due", due));
        }
        List<Refusal> held = notHeld();
        reasons.addAll(held);
        if (held.isEmpty() && !isResponsible(escalation().responsible()) && !isAbove()) {
            reasons.add(
                    DutyRefusal.NOT_IN_LINE.because(
                            "staff", event.actor().staff().value(),
                            "post", event.actor().post().value(),
                            "duty", duty));
        }
        return reasons;
    }

    List<Refusal> waive(String reason) {
        List<Refusal> reasons = stateAndTime();
        List<Refusal> held = notHeld();
        reasons.addAll(held);
        if (held.isEmpty() && !isAbove()) {
            reasons.add(
                    DutyRefusal.NOT_WAIVABLE.because(
                            "post", event.actor().post().value(), "duty", duty));
        }
        String staff = event.actor().staff().value();
        if (escalation().responsible().staff().equals(Optional.of(event.actor().staff()))) {
            reasons.add(DutyRefusal.SELF_WAIVER.because("staff", staff));
        }
        if (reason.isBlank()) {
            reasons.add(DutyRefusal.REASON_MISSING.because("duty", duty));
        }
        return reasons;
    }

    private List<Refusal> stateAndTime() {
        List<Refusal> reasons = new ArrayList<>();
        if (DutyLifecycle.TABLE.next(record.state(), event.action()).isEmpty()) {
            reasons.add(
                    DutyRefusal.WRONG_STATE.because(
                            "duty", duty,
                            "state", record.state().name(),
                            "action", event.action().name()));
        }
        boolean review =
                event.action() == DutyAction.CONFIRM || event.action() == DutyAction.RETURN;
        if (review && record.occurrence().approver().isEmpty()) {
            reasons.add(DutyRefusal.NO_APPROVER.because("duty", duty));
        }
        reasons.addAll(time());
        return reasons;
    }

    private List<Refusal> time() {
        List<Refusal> reasons = new ArrayList<>();
        String at = event.at().toString();
        LocalDate start = record.occurrence().period().start();
        boolean mayComeBefore = event.action() == DutyAction.WAIVE;
        if (day.isBefore(start) && !mayComeBefore) {
            reasons.add(
                    DutyRefusal.PERIOD_NOT_BEGUN.because(
                            "duty", duty, "start", start.toString(), "at", at));
        }
        Optional<Instant> last = record.lastAt().filter(event.at()::isBefore);
        last.map(then -> then.toString())
                .map(
                        then ->
                                DutyRefusal.TIME_RUNS_BACKWARDS.because(
                                        "duty", duty, "at", at, "last", then))
                .ifPresent(reasons::add);
        return reasons;
    }

    private List<Refusal> notHeld() {
        return responsibility.act(event.actor(), day).fold(held -> List.of(), no -> no);
    }

    private boolean isResponsible(Responsible responsible) {
        Actor actor = event.actor();
        return responsible.post().equals(actor.post())
                && responsible.staff().equals(Optional.of(actor.staff()));
    }

    /** Before whom it came last may see to it that it is done. */
    private boolean isLastLevel() {
        return record.escalations().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.to().equals(event.actor().post()))
                .isPresent();
    }

    private boolean isAbove() {
        PostKey post = event.actor().post();
        return approver().equals(Optional.of(post)) || escalation().line().contains(post);
    }

    private Optional<PostKey> approver() {
        return record.occurrence().approver().map(post -> responsibility.on(post, day).post());
    }

    private Escalation escalation() {
        return new Escalation(record.occurrence().key().post(), responsibility, day);
    }

    private Refusal notApprover(PostKey approver) {
        return DutyRefusal.NOT_APPROVER.because(
                "post", event.actor().post().value(), "approver", approver.value());
    }
}
