package dev.guanjia.security.shift;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is planned where. Nobody works in two places at once. Source: requirements 05 S05.
 *
 * @param turns who is where when
 */
public record Roster(List<Turn> turns) {

    /** Copies; the order of planning does not matter, the overlaps do. */
    public Roster {
        turns = List.copyOf(turns);
        for (int i = 1; i < turns.size(); i++) {
            if (!conflicts(turns.subList(0, i), turns.get(i)).isEmpty()) {
                throw new IllegalArgumentException("overlapping turns: " + turns.get(i));
            }
        }
    }

    /**
     * Plans a turn.
     *
     * @param turn who is where when
     * @return the roster afterwards, or refused with {@code TURN_TOO_LONG}, {@code TURNS_OVERLAP}
     *     for every turn of the same person at the same time
     */
    public Decision<Roster> plan(Turn turn) {
        List<Refusal> reasons = new ArrayList<>(tooLong(turn));
        reasons.addAll(
                conflicts(turns, turn).stream()
                        .map(
                                other ->
                                        ShiftRefusal.TURNS_OVERLAP.because(
                                                "staff", turn.staff().value(),
                                                "station", turn.station(),
                                                "other", other.station(),
                                                "from", other.span().start().toString(),
                                                "to", other.span().end().toString()))
                        .toList());
        List<Turn> all = new ArrayList<>(turns);
        all.add(turn);
        return reasons.isEmpty() ? Decision.accept(new Roster(all)) : Decision.refuse(reasons);
    }

    private static List<Refusal> tooLong(Turn turn) {
        Duration most = ShiftLimits.LONGEST_TURN;
        Duration length = Duration.between(turn.span().start(), turn.span().end());
        return length.compareTo(most) <= 0
                ? List.of()
                : List.of(
                        ShiftRefusal.TURN_TOO_LONG.because(
                                "station", turn.station(),
                                "staff", turn.staff().value(),
                                "minutes", Long.toString(length.toMinutes()),
                                "most", Long.toString(most.toMinutes())));
    }

    /**
     * Withdraws a turn that was planned by mistake.
     *
     * @param turn a turn of the roster
     * @param at when
     * @return the roster without it, or refused with {@code TURN_BEGUN}
     */
    public Decision<Roster> withdraw(Turn turn, Instant at) {
        List<Turn> rest = turns.stream().filter(other -> !other.equals(turn)).toList();
        return at.isBefore(turn.span().start())
                ? Decision.accept(new Roster(rest))
                : Decision.refuse(
                        List.of(
                                ShiftRefusal.TURN_BEGUN.because(
                                        "station", turn.station(),
                                        "staff", turn.staff().value(),
                                        "from", turn.span().start().toString())));
    }

    /**
     * When a station has nobody planned.
     *
     * @param station the key of the station
     * @param horizon the time of the question
     * @return the gaps, in order; empty when it is manned throughout
     */
    public List<TimeSpan> gaps(String station, TimeSpan horizon) {
        return horizon.gaps(
                turns.stream()
                        .filter(turn -> turn.station().equals(station))
                        .map(Turn::span)
                        .toList());
    }

    private static List<Turn> conflicts(List<Turn> turns, Turn turn) {
        return turns.stream()
                .filter(other -> other.staff().equals(turn.staff()))
                .filter(other -> other.span().overlaps(turn.span()))
                .toList();
    }

    /**
     * That a person is planned at a station.
     *
     * @param staff the person
     * @param station the key of the station
     * @param span when
     */
    public record Turn(StaffId staff, String station, TimeSpan span) {}
}
