package dev.guanjia.history;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What happened so far, as sentences, and how often each thing was done or refused. */
final class Story {

    static final Actor CLERK = new Actor(new StaffId("st_1"), new PostKey("STEWARD"), "v1");
    static final Actor LEADER =
            new Actor(new StaffId("st_2"), new PostKey("PROPERTY_MANAGER"), "v1");

    int replayed;
    final Map<Move.Act, Integer> done = new EnumMap<>(Move.Act.class);

    /** By the code of the reason. */
    final Map<String, Integer> refused = new TreeMap<>();

    private final List<String> sentences = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 1, 10);
    private int step;
    private int named;

    LocalDate today() {
        return today;
    }

    int step() {
        return step;
    }

    void next(int days) {
        step++;
        today = today.plusDays(days);
    }

    /** A name that nothing had before. */
    String name(String prefix) {
        return prefix + "_" + ++named;
    }

    void did(Move.Act act, String what) {
        done.merge(act, 1, Integer::sum);
        say(act + ": " + what);
    }

    void say(String what) {
        sentences.add(today + " " + what);
    }

    /** Goes on where the decision allows it. */
    <T> boolean decide(Move.Act act, String what, Decision<T> decision, Consumer<T> then) {
        return decision.fold(
                value -> {
                    did(act, what);
                    then.accept(value);
                    return true;
                },
                reasons -> {
                    reasons.forEach(why -> refused.merge(why.code().key(), 1, Integer::sum));
                    say(act + " refused: " + what + ": " + reasons);
                    return false;
                });
    }

    static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }

    @Override
    public String toString() {
        return String.join("\n", sentences);
    }
}
