package dev.guanjia.plan.meeting;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanTerms;
import dev.guanjia.plan.Staffing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A meeting and what it decided: called, held, minuted. The chair or the recorder makes every
 * entry. Source: requirements 03 P-MEETING.
 *
 * @param head what the meeting is
 * @param items what it decided; node dates not before its day
 * @param events what happened, in order of time; every step is a move of {@link #TABLE}
 */
public record Meeting(MeetingHead head, List<ActionItem> items, List<MeetingEvent> events) {

    /** Every allowed move; anything else is refused with {@code meeting-wrong-state}. */
    public static final TransitionTable<MeetingState, MeetingAction> TABLE =
            TransitionTable.starting(MeetingState.class, MeetingAction.class, MeetingState.CALLED)
                    .move(MeetingState.CALLED, MeetingAction.HOLD, MeetingState.HELD)
                    .move(MeetingState.CALLED, MeetingAction.CANCEL, MeetingState.CANCELLED)
                    .move(MeetingState.HELD, MeetingAction.DECIDE, MeetingState.HELD)
                    .move(MeetingState.HELD, MeetingAction.ISSUE, MeetingState.MINUTED)
                    .build();

    /** A meeting that could not have happened cannot exist. */
    public Meeting {
        items = List.copyOf(items);
        events = List.copyOf(events);
        replay(events);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).act().at().isBefore(events.get(i - 1).act().at())) {
                throw new IllegalArgumentException("events run backwards: " + events.get(i));
            }
        }
        long decided =
                events.stream().filter(event -> event.action() == MeetingAction.DECIDE).count();
        TreeSet<ActionItemId> ids = new TreeSet<>(items.stream().map(ActionItem::id).toList());
        if (decided != items.size() || ids.size() != items.size()) {
            throw new IllegalArgumentException(head.id() + " did not decide " + items);
        }
        if (items.stream().anyMatch(item -> item.node().isBefore(head.day()))) {
            throw new IllegalArgumentException("node date before the meeting of " + head.day());
        }
    }

    /**
     * Calls a meeting.
     *
     * @param head what it is
     * @param staffing which posts the company has
     * @return the meeting, or refused with {@code POST_UNKNOWN}
     */
    public static Decision<Meeting> call(MeetingHead head, Staffing staffing) {
        List<Refusal> reasons =
                Stream.of(head.chair(), head.recorder())
                        .distinct()
                        .filter(post -> !staffing.knows(post, head.day()))
                        .map(
                                post ->
                                        MeetingRefusal.POST_UNKNOWN.because(
                                                "meeting", head.id().value(), "post", post.value()))
                        .toList();
        return reasons.isEmpty()
                ? Decision.accept(new Meeting(head, List.of(), List.of()))
                : Decision.refuse(reasons);
    }

    /**
     * Says that the meeting is being held.
     *
     * @param act by whom and when, not before its day
     * @param staffing who acts for which post
     * @return the meeting afterwards, or refused as a step, or with {@code NOT_YET}
     */
    public Decision<Meeting> hold(Act act, Staffing staffing) {
        List<Refusal> reasons = new ArrayList<>(faults(MeetingAction.HOLD, act, staffing));
        LocalDate day = staffing.day(act.at());
        if (day.isBefore(head.day())) {
            reasons.add(
                    MeetingRefusal.NOT_YET.because(
                            "meeting", head.id().value(),
                            "day", head.day().toString(),
                            "at", day.toString()));
        }
        return decide(MeetingAction.HOLD, act, reasons);
    }

    /**
     * Calls the meeting off.
     *
     * @param act by whom and when
     * @param staffing who acts for which post
     * @return the meeting afterwards, or refused as a step
     */
    public Decision<Meeting> cancel(Act act, Staffing staffing) {
        return decide(MeetingAction.CANCEL, act, faults(MeetingAction.CANCEL, act, staffing));
    }

    /**
     * Decides a matter. What nobody is to do by no day is no decision.
     *
     * @param proposal what was said
     * @param act by whom and when it is entered
     * @param terms who acts for which post, and on which days node dates may fall
     * @return the meeting afterwards, or refused as a step and with every reason that applies of
     *     {@code POST_UNKNOWN}, {@code ACTION_TWICE}, {@code ACTION_WITHOUT_OWNER}, {@code
     *     ACTION_WITHOUT_NODE_DATE}, {@code ACTION_NODE_PASSED}, {@code node-date-beyond-calendar},
     *     {@code node-date-not-working-day}, {@code ACTION_SELF_VERIFIED}
     */
    public Decision<Meeting> decide(ActionProposal proposal, Act act, PlanTerms terms) {
        List<Refusal> reasons =
                new ArrayList<>(faults(MeetingAction.DECIDE, act, terms.staffing()));
        ActionDraft draft = new ActionDraft(this, proposal, terms);
        reasons.addAll(draft.faults());
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<ActionItem> all = new ArrayList<>(items);
        all.add(draft.item());
        return Decision.accept(new Meeting(head, all, and(MeetingAction.DECIDE, act)));
    }

    /**
     * Issues the minutes, from which on what was decided is to be carried out.
     *
     * @param act by whom and when
     * @param staffing who acts for which post
     * @return the meeting afterwards, or refused as a step
     */
    public Decision<Meeting> issue(Act act, Staffing staffing) {
        return decide(MeetingAction.ISSUE, act, faults(MeetingAction.ISSUE, act, staffing));
    }

    /**
     * The duties that the meeting gave.
     *
     * @param staffing who answers for a post
     * @return one occurrence per matter, by node date; or refused with {@code NOT_MINUTED}
     */
    public Decision<List<DutyOccurrence>> duties(Staffing staffing) {
        if (state() != MeetingState.MINUTED) {
            return Decision.refuse(
                    List.of(
                            MeetingRefusal.NOT_MINUTED.because(
                                    "meeting", head.id().value(), "state", state().name())));
        }
        return Decision.accept(
                items.stream()
                        .sorted(
                                Comparator.comparing(ActionItem::node)
                                        .thenComparing(ActionItem::id))
                        .map(item -> item.duty(head).occurrence(staffing))
                        .toList());
    }

    /**
     * Where the meeting stands.
     *
     * @return the state
     */
    public MeetingState state() {
        return replay(events);
    }

    /**
     * Looks up a matter.
     *
     * @param id an id
     * @return the matter, or empty when the meeting did not decide it
     */
    public Optional<ActionItem> item(ActionItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private Decision<Meeting> decide(MeetingAction action, Act act, List<Refusal> reasons) {
        return reasons.isEmpty()
                ? Decision.accept(new Meeting(head, items, and(action, act)))
                : Decision.refuse(reasons);
    }

    private List<Refusal> faults(MeetingAction action, Act act, Staffing staffing) {
        List<Refusal> faults = new ArrayList<>();
        if (TABLE.next(state(), action).isEmpty()) {
            faults.add(
                    MeetingRefusal.WRONG_STATE.because(
                            "meeting", head.id().value(),
                            "state", state().name(),
                            "action", action.name()));
        }
        runsBackwards(act).ifPresent(faults::add);
        faults.addAll(staffing.notHeld(act.actor(), act.at()));
        List<PostKey> entitled =
                Stream.of(head.chair(), head.recorder())
                        .map(post -> staffing.actingFor(post, act.at()))
                        .distinct()
                        .toList();
        if (!entitled.contains(act.actor().post())) {
            faults.add(
                    MeetingRefusal.NOT_ENTITLED.because(
                            "meeting",
                            head.id().value(),
                            "action",
                            action.name(),
                            "post",
                            act.actor().post().value(),
                            "expected",
                            entitled.stream()
                                    .map(PostKey::value)
                                    .collect(Collectors.joining(", "))));
        }
        return faults;
    }

    private Optional<Refusal> runsBackwards(Act act) {
        return events.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> act.at().isBefore(last.act().at()))
                .map(
                        last ->
                                MeetingRefusal.TIME_RUNS_BACKWARDS.because(
                                        "meeting", head.id().value(),
                                        "at", act.at().toString(),
                                        "last", last.act().at().toString()));
    }

    private List<MeetingEvent> and(MeetingAction action, Act act) {
        List<MeetingEvent> all = new ArrayList<>(events);
        all.add(new MeetingEvent(action, act));
        return all;
    }

    private static MeetingState replay(List<MeetingEvent> events) {
        MeetingState state = MeetingState.CALLED;
        for (MeetingEvent event : events) {
            MeetingState before = state;
            state =
                    TABLE.next(before, event.action())
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
