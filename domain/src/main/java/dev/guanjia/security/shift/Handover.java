package dev.guanjia.security.shift;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.HandoverEvent.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One guard hands a station on to the next. What is unclear is not taken over, and the predecessor
 * does not leave (上不清下不接). Source: requirements 03 P-HANDOVER.
 *
 * @param log the predecessor's log as it was prepared
 * @param relief who takes over, somebody else
 * @param absence the leader who signs and releases because the predecessor is not there; empty
 *     where the predecessor does
 * @param events what happened, in order of time
 */
public record Handover(
        ShiftLog log, StaffId relief, Optional<Absence> absence, List<HandoverEvent> events) {

    /** Every allowed move; anything else is refused with {@code handover-wrong-state}. */
    public static final TransitionTable<State, Action> TABLE =
            TransitionTable.starting(State.class, Action.class, State.PREPARED)
                    .move(State.PREPARED, Action.CHECK, State.CHECKING)
                    .move(State.CHECKING, Action.FIND_CLEAR, State.CHECKING)
                    .move(State.CHECKING, Action.FIND_UNCLEAR, State.CHECKING)
                    .move(State.CHECKING, Action.ACCEPT, State.ACCEPTED)
                    .move(State.CHECKING, Action.REFUSE, State.REFUSED)
                    .move(State.REFUSED, Action.CHECK, State.CHECKING) // put right, checked again
                    .move(State.ACCEPTED, Action.SIGN, State.SIGNED)
                    .move(State.SIGNED, Action.COUNTERSIGN, State.BOTH_SIGNED)
                    .move(State.BOTH_SIGNED, Action.TAKE_POST, State.BOTH_SIGNED)
                    .move(State.BOTH_SIGNED, Action.RELEASE, State.RELEASED)
                    .build();

    /** Copies; a handover that could not have happened cannot exist. */
    public Handover {
        events = List.copyOf(events);
        if (relief.equals(log.holder())) {
            throw new IllegalArgumentException("relieves themselves: " + relief);
        }
        if (absence.filter(missing -> !missing.suits(log, relief)).isPresent()) {
            throw new IllegalArgumentException("does not stand for the predecessor: " + absence);
        }
        if (!events.isEmpty()) {
            int last = events.size() - 1;
            Handover before = new Handover(log, relief, absence, events.subList(0, last));
            List<Refusal> faults = before.faults(events.get(last));
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("handover cannot hold " + faults);
            }
        }
    }

    /**
     * Prepares a handover by the predecessor; {@link Absence#prepare} does by the leader.
     *
     * @param log the predecessor's log
     * @param relief who takes over, somebody else
     * @return the handover, nothing checked yet
     */
    public static Handover prepare(ShiftLog log, StaffId relief) {
        return new Handover(log, relief, Optional.empty(), List.of());
    }

    /**
     * Takes a step.
     *
     * @param event the step
     * @param current the predecessor's log as it is now; at every step it must be the one that was
     *     prepared
     * @return the handover afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code TIME_RUNS_BACKWARDS}, {@code NOT_YOURS}, {@code ITEM_UNKNOWN},
     *     {@code ITEM_NOT_CLEAR} per item, {@code REASON_MISSING}, {@code RELIEF_NOT_ON_POST},
     *     {@code LOG_CHANGED}
     */
    public Decision<Handover> take(HandoverEvent event, ShiftLog current) {
        List<Refusal> reasons = faults(event);
        if (!current.equals(log)) {
            reasons.add(ShiftRefusal.LOG_CHANGED.because("station", station().id()));
        }
        List<HandoverEvent> all = new ArrayList<>(events);
        all.add(event);
        return reasons.isEmpty()
                ? Decision.accept(new Handover(log, relief, absence, all))
                : Decision.refuse(reasons);
    }

    /**
     * Where it stands.
     *
     * @return the state
     */
    public State state() {
        State state = TABLE.initial();
        for (HandoverEvent event : events) {
            state = TABLE.next(state, event.action()).orElseThrow();
        }
        return state;
    }

    /**
     * The station that changes hands.
     *
     * @return that of the log
     */
    public Station station() {
        return log.station();
    }

    /**
     * What changes hands: the closing kit of one is the opening kit of the other.
     *
     * @return that of the log
     */
    public Kit kit() {
        return log.closing();
    }

    /**
     * What the relief found, item by item, since the check began last.
     *
     * @return empty for an item that is clear, what is unclear otherwise; items not looked at are
     *     left out
     */
    public SortedMap<String, String> found() {
        SortedMap<String, String> found = new TreeMap<>();
        for (HandoverEvent event : events) {
            switch (event.action()) {
                case CHECK -> found.clear();
                case FIND_CLEAR -> found.put(event.item(), "");
                case FIND_UNCLEAR -> found.put(event.item(), event.text());
                case ACCEPT, REFUSE, SIGN, COUNTERSIGN, TAKE_POST, RELEASE -> {}
            }
        }
        return Collections.unmodifiableSortedMap(found);
    }

    /**
     * Who answers for the station once this happened: the predecessor until the release.
     *
     * @return the person
     */
    public StaffId responsible() {
        return state() == State.RELEASED ? relief : log.holder();
    }

    /**
     * When the predecessor was released.
     *
     * @return the instant; empty before
     */
    public Optional<Instant> releasedAt() {
        return events.stream()
                .filter(event -> event.action() == Action.RELEASE)
                .map(HandoverEvent::at)
                .findFirst();
    }

    Refusal notReleased() {
        return ShiftRefusal.NOT_RELEASED.because(
                "station", station().id(), "state", state().name());
    }

    private List<Refusal> faults(HandoverEvent event) {
        List<Refusal> faults = new ArrayList<>();
        String id = station().id();
        Action action = event.action();
        if (TABLE.next(state(), action).isEmpty()) {
            faults.add(wrongState(action));
        }
        Instant last = events.isEmpty() ? log.lastAt() : events.get(events.size() - 1).at();
        if (event.at().isBefore(last)) {
            faults.add(
                    ShiftRefusal.TIME_RUNS_BACKWARDS.because(
                            "station", id, "at", event.at().toString(), "last", last.toString()));
        }
        StaffId signing = absence.map(missing -> missing.leader().staff()).orElse(log.holder());
        StaffId expected = action.isForRelief() ? relief : signing;
        if (!event.by().equals(expected)) {
            faults.add(
                    ShiftRefusal.NOT_YOURS.because(
                            "station",
                            id,
                            "action",
                            action.name(),
                            "staff",
                            event.by().value(),
                            "expected",
                            expected.value()));
        }
        faults.addAll(conditions(event));
        return faults;
    }

    private Refusal wrongState(Action action) {
        return ShiftRefusal.WRONG_STATE.because(
                "station", station().id(),
                "state", state().name(),
                "action", action.name(),
                "legal", TABLE.legal(state()));
    }

    private List<Refusal> conditions(HandoverEvent event) {
        String id = station().id();
        boolean silent = event.text().isBlank();
        return switch (event.action()) {
            case FIND_CLEAR -> unknown(event);
            case FIND_UNCLEAR -> {
                List<Refusal> faults = new ArrayList<>(unknown(event));
                faults.addAll(when(silent, missing(event)));
                yield faults;
            }
            case REFUSE -> when(silent, missing(event));
            case ACCEPT -> notClear();
            case RELEASE ->
                    when(
                            events.stream().noneMatch(e -> e.action() == Action.TAKE_POST),
                            ShiftRefusal.RELIEF_NOT_ON_POST.because(
                                    "station", id, "relief", relief.value()));
            case CHECK, SIGN, COUNTERSIGN, TAKE_POST -> List.of();
        };
    }

    private List<Refusal> notClear() {
        SortedMap<String, String> found = found();
        return kit().items().stream()
                .filter(item -> !"".equals(found.get(item)))
                .map(
                        item ->
                                ShiftRefusal.ITEM_NOT_CLEAR.because(
                                        "station", station().id(), "item", item))
                .toList();
    }

    private List<Refusal> unknown(HandoverEvent event) {
        return when(
                !kit().items().contains(event.item()),
                ShiftRefusal.ITEM_UNKNOWN.because("station", station().id(), "item", event.item()));
    }

    private Refusal missing(HandoverEvent event) {
        return ShiftRefusal.REASON_MISSING.because(
                "station", station().id(), "action", event.action().name());
    }

    private static List<Refusal> when(boolean applies, Refusal refusal) {
        return applies ? List.of(refusal) : List.of();
    }

    /** Where a handover stands. */
    public enum State {
        /** The predecessor has everything ready. */
        PREPARED,
        /** The relief looks at every item, both present. */
        CHECKING,
        /** The relief found everything clear. */
        ACCEPTED,
        /** The relief does not take over; the predecessor stays. */
        REFUSED,
        /** The predecessor has signed. */
        SIGNED,
        /** Both have signed. */
        BOTH_SIGNED,
        /** The predecessor has left; the relief answers for the station. */
        RELEASED
    }
}
