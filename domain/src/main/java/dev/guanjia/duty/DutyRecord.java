package dev.guanjia.duty;

import dev.guanjia.decision.Decision;
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

/**
 * The life of one occurrence: {@code DUE -PERFORM-> PERFORMED -CONFIRM-> CONFIRMED}, and {@code
 * PERFORMED -RETURN-> DUE}. Without an approver it ends at {@code PERFORMED}.
 *
 * @param occurrence the duty, the post and the period
 * @param events what happened, in order of time; every step is allowed by {@link DutyLifecycle}
 */
public record DutyRecord(DutyOccurrence occurrence, List<DutyEvent> events) {

    /** A history that could not have happened cannot exist. */
    public DutyRecord {
        events = List.copyOf(events);
        replay(events);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                throw new IllegalArgumentException("events run backwards: " + events.get(i));
            }
        }
    }

    /**
     * An occurrence to which nothing has happened yet.
     *
     * @param occurrence the occurrence
     * @return its record
     */
    public static DutyRecord due(DutyOccurrence occurrence) {
        return new DutyRecord(occurrence, List.of());
    }

    /**
     * Performs the duty. Who answers for the post on the day of the performance does it.
     *
     * @param actor who did it
     * @param at when, in the period or later
     * @param evidence what proves it
     * @param responsibility who answers for a post
     * @return the record afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code PERIOD_NOT_BEGUN}, {@code TIME_RUNS_BACKWARDS}, {@code
     *     post-not-held} or {@code NOT_RESPONSIBLE}, {@code EVIDENCE_MISSING}
     */
    public Decision<DutyRecord> perform(
            Actor actor, Instant at, List<Evidence> evidence, Responsibility responsibility) {
        DutyEvent event = new DutyEvent.Performed(actor, at, evidence);
        List<Refusal> reasons = new ArrayList<>(stateAndTime(event));
        LocalDate day = day(at);
        Responsible responsible = responsibility.on(occurrence.key().post(), day);
        List<Refusal> held = notHeld(actor, day, responsibility);
        reasons.addAll(held);
        if (held.isEmpty() && !isOneOf(actor, responsible)) {
            reasons.add(
                    DutyRefusal.NOT_RESPONSIBLE.because(
                            "staff", actor.staff().value(),
                            "post", actor.post().value(),
                            "responsible", responsible.toString()));
        }
        if (!occurrence.duty().isProvedBy(evidence)) {
            reasons.add(
                    DutyRefusal.EVIDENCE_MISSING.because(
                            "duty", occurrence.duty().id().value(),
                            "expected", String.join(", ", occurrence.duty().evidence())));
        }
        return decide(event, reasons);
    }

    /**
     * Confirms that the duty was performed.
     *
     * @param actor the approver; another person than the performer
     * @param at when, not before the performance
     * @param note what the approver says, possibly empty
     * @param responsibility who answers for a post; for a vacant approver its superior confirms
     * @return the record afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code NO_APPROVER}, {@code PERIOD_NOT_BEGUN}, {@code TIME_RUNS_BACKWARDS},
     *     {@code post-not-held}, {@code NOT_APPROVER}, {@code SELF_CONFIRMATION}
     */
    public Decision<DutyRecord> confirm(
            Actor actor, Instant at, String note, Responsibility responsibility) {
        return review(new DutyEvent.Confirmed(actor, at, note), responsibility);
    }

    /**
     * Sends the duty back to be performed again.
     *
     * @param actor the approver; another person than the performer
     * @param at when, not before the performance
     * @param note what is to be done again, possibly empty
     * @param responsibility who answers for a post; for a vacant approver its superior decides
     * @return the record afterwards, or refused as {@link #confirm} is
     */
    public Decision<DutyRecord> giveBack(
            Actor actor, Instant at, String note, Responsibility responsibility) {
        return review(new DutyEvent.Returned(actor, at, note), responsibility);
    }

    /**
     * Where the occurrence stands after everything that happened.
     *
     * @return the state
     */
    public DutyState state() {
        return replay(events);
    }

    /**
     * How the occurrence looked at an instant, from what had happened by then.
     *
     * @param asOf the instant, included
     * @return the standing; {@code OVERDUE} if it was still due and the due time had passed
     */
    public DutyStanding standing(Instant asOf) {
        DutyState then =
                replay(events.stream().filter(event -> !event.at().isAfter(asOf)).toList());
        return switch (then) {
            case DUE -> occurrence.due().isInTime(asOf) ? DutyStanding.DUE : DutyStanding.OVERDUE;
            case PERFORMED -> DutyStanding.PERFORMED;
            case CONFIRMED -> DutyStanding.CONFIRMED;
        };
    }

    /**
     * The performance that stands.
     *
     * @return the latest that was not sent back, or empty while the duty is due
     */
    public Optional<DutyEvent.Performed> performance() {
        return state() == DutyState.DUE
                ? Optional.empty()
                : events.stream()
                        .filter(DutyEvent.Performed.class::isInstance)
                        .map(DutyEvent.Performed.class::cast)
                        .reduce((earlier, later) -> later);
    }

    private Decision<DutyRecord> review(DutyEvent event, Responsibility responsibility) {
        List<Refusal> reasons = new ArrayList<>(stateAndTime(event));
        LocalDate day = day(event.at());
        reasons.addAll(notHeld(event.actor(), day, responsibility));
        occurrence
                .approver()
                .map(approver -> responsibility.on(approver, day).post())
                .filter(approver -> !approver.equals(event.actor().post()))
                .map(approver -> notApprover(event.actor(), approver))
                .ifPresent(reasons::add);
        performance()
                .filter(done -> done.actor().staff().equals(event.actor().staff()))
                .map(done -> selfConfirmation(done.actor()))
                .ifPresent(reasons::add);
        return decide(event, reasons);
    }

    private Decision<DutyRecord> decide(DutyEvent event, List<Refusal> reasons) {
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<DutyEvent> all = new ArrayList<>(events);
        all.add(event);
        return Decision.accept(new DutyRecord(occurrence, all));
    }

    private List<Refusal> stateAndTime(DutyEvent event) {
        String duty = occurrence.duty().id().value();
        List<Refusal> reasons = new ArrayList<>();
        if (DutyLifecycle.TABLE.next(state(), event.action()).isEmpty()) {
            reasons.add(
                    DutyRefusal.WRONG_STATE.because(
                            "duty", duty,
                            "state", state().name(),
                            "action", event.action().name()));
        }
        if (event.action() != DutyAction.PERFORM && occurrence.approver().isEmpty()) {
            reasons.add(DutyRefusal.NO_APPROVER.because("duty", duty));
        }
        String at = event.at().toString();
        String start = occurrence.period().start().toString();
        if (day(event.at()).isBefore(occurrence.period().start())) {
            reasons.add(
                    DutyRefusal.PERIOD_NOT_BEGUN.because("duty", duty, "start", start, "at", at));
        }
        if (!events.isEmpty() && event.at().isBefore(last().at())) {
            String last = last().at().toString();
            reasons.add(
                    DutyRefusal.TIME_RUNS_BACKWARDS.because("duty", duty, "at", at, "last", last));
        }
        return reasons;
    }

    private DutyEvent last() {
        return events.get(events.size() - 1);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, occurrence.due().zone());
    }

    private static List<Refusal> notHeld(
            Actor actor, LocalDate day, Responsibility responsibility) {
        return responsibility.assignments().act(actor, day).fold(held -> List.of(), no -> no);
    }

    private static boolean isOneOf(Actor actor, Responsible responsible) {
        return responsible.post().equals(actor.post())
                && responsible.staff().equals(Optional.of(actor.staff()));
    }

    private static Refusal notApprover(Actor actor, PostKey approver) {
        return DutyRefusal.NOT_APPROVER.because(
                "post", actor.post().value(), "approver", approver.value());
    }

    private static Refusal selfConfirmation(Actor performer) {
        return DutyRefusal.SELF_CONFIRMATION.because("staff", performer.staff().value());
    }

    private static DutyState replay(List<DutyEvent> events) {
        DutyState state = DutyState.DUE;
        for (DutyEvent event : events) {
            DutyState before = state;
            state =
                    DutyLifecycle.TABLE
                            .next(before, event.action())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    event.action()
                                                            + " is not allowed in "
                                                            + before));
        }
        return state;
    }
}
