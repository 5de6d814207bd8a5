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
import java.util.stream.Stream;

/**
 * The life of one occurrence: {@code DUE -PERFORM-> PERFORMED -CONFIRM-> CONFIRMED}, and {@code
 * PERFORMED -RETURN-> DUE}. Without an approver it ends at {@code PERFORMED}. What is overdue may
 * be escalated up the line, level by level; what is open may be waived.
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
        return decide(event, checks(event, responsibility).perform(evidence));
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
        DutyEvent event = new DutyEvent.Confirmed(actor, at, note);
        return decide(event, checks(event, responsibility).review());
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
        DutyEvent event = new DutyEvent.Returned(actor, at, note);
        return decide(event, checks(event, responsibility).review());
    }

    /**
     * Brings an overdue duty before the next post up the reporting line.
     *
     * @param actor who answers for it, or somebody above
     * @param at when, after the due time
     * @param note what the actor says, possibly empty
     * @param responsibility who answers for a post, and who reports to whom
     * @return the record afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code PERIOD_NOT_BEGUN}, {@code TIME_RUNS_BACKWARDS}, {@code NOT_OVERDUE},
     *     {@code post-not-held} or {@code NOT_IN_LINE}, or with {@code NO_HIGHER_POST}: each level
     *     is higher than the one before and held by somebody else, so it ends
     */
    public Decision<DutyRecord> escalate(
            Actor actor, Instant at, String note, Responsibility responsibility) {
        PostKey post = occurrence.key().post();
        LocalDate day = LocalDate.ofInstant(at, occurrence.due().zone());
        List<PostKey> before = escalations().stream().map(DutyEvent.Escalated::to).toList();
        Optional<PostKey> next = new Escalation(post, responsibility, day).next(before);
        DutyEvent event = new DutyEvent.Escalated(actor, at, next.orElse(post), note);
        List<Refusal> reasons = new ArrayList<>(checks(event, responsibility).escalate());
        if (next.isEmpty()) {
            PostKey highest = before.isEmpty() ? post : before.get(before.size() - 1);
            reasons.add(
                    DutyRefusal.NO_HIGHER_POST.because(
                            "duty", occurrence.duty().id().value(), "post", highest.value()));
        }
        return decide(event, reasons);
    }

    /**
     * Says that the duty need not be done.
     *
     * @param actor the approver or somebody above; not who answers for it
     * @param at when, possibly before the period begins
     * @param reason why, not blank
     * @param responsibility who answers for a post, and who reports to whom
     * @return the record afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, {@code post-not-held} or {@code NOT_WAIVABLE},
     *     {@code SELF_WAIVER}, {@code REASON_MISSING}
     */
    public Decision<DutyRecord> waive(
            Actor actor, Instant at, String reason, Responsibility responsibility) {
        DutyEvent event = new DutyEvent.Waived(actor, at, reason.isBlank() ? "-" : reason);
        return decide(event, checks(event, responsibility).waive(reason));
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
            case ESCALATED -> DutyStanding.ESCALATED;
            case PERFORMED -> DutyStanding.PERFORMED;
            case CONFIRMED -> DutyStanding.CONFIRMED;
            case WAIVED -> DutyStanding.WAIVED;
        };
    }

    /**
     * The performance that stands.
     *
     * @return the latest that was not sent back, or empty while the duty is due
     */
    public Optional<DutyEvent.Performed> performance() {
        boolean stands = state() == DutyState.PERFORMED || state() == DutyState.CONFIRMED;
        return stands
                ? of(DutyEvent.Performed.class).reduce((earlier, later) -> later)
                : Optional.empty();
    }

    /**
     * The levels before which it came.
     *
     * @return in order, each higher than the one before; also of earlier rounds when it was sent
     *     back
     */
    public List<DutyEvent.Escalated> escalations() {
        return of(DutyEvent.Escalated.class).toList();
    }

    /**
     * The waiver, with who gave it, in which post, and why.
     *
     * @return empty unless it was waived
     */
    public Optional<DutyEvent.Waived> waiver() {
        return of(DutyEvent.Waived.class).findFirst();
    }

    /**
     * Who answers for it on a day: while it is open whoever answers for the post then, afterwards
     * whoever did it or said that it need not be done. A change of assignments moves only what is
     * not done.
     *
     * @param responsibility who answers for a post
     * @param day the day
     * @return the post and person; the person is empty only where even the leader's post is vacant
     */
    public Responsible answering(Responsibility responsibility, LocalDate day) {
        Optional<Actor> done =
                waiver().map(DutyEvent.Waived::actor)
                        .or(() -> performance().map(DutyEvent.Performed::actor));
        return done.map(
                        actor ->
                                new Responsible(
                                        actor.post(),
                                        Optional.of(actor.staff()),
                                        Responsible.Way.HOLDER))
                .orElseGet(() -> responsibility.on(occurrence.key().post(), day));
    }

    Optional<Instant> lastAt() {
        return events.stream().map(DutyEvent::at).reduce((earlier, later) -> later);
    }

    private <E extends DutyEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private DutyChecks checks(DutyEvent event, Responsibility responsibility) {
        return new DutyChecks(this, event, responsibility);
    }

    private Decision<DutyRecord> decide(DutyEvent event, List<Refusal> reasons) {
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<DutyEvent> all = new ArrayList<>(events);
        all.add(event);
        return Decision.accept(new DutyRecord(occurrence, all));
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
