package dev.guanjia.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever happens in a community, in whatever order. */
class CommunityHistoryProperties {

    private static final Map<Move.Act, Integer> DONE = new EnumMap<>(Move.Act.class);
    private static final Map<String, Integer> REFUSED = new TreeMap<>();
    private static int replayed;

    @Property(tries = 70, edgeCases = EdgeCasesMode.NONE)
    void noDayIsBilledTwiceAndEveryCentIsAccountedFor(@ForAll("histories") List<Move> moves) {
        live(moves);
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(SlowOnly.class)
    void nothingIsBilledTwiceInLongLives(@ForAll("lives") List<Move> moves) {
        live(moves);
    }

    private static void live(List<Move> moves) {
        Community community = new Community();
        community.live(moves);
        replayed += community.story.replayed;
        community.story.done.forEach((act, times) -> DONE.merge(act, times, Integer::sum));
        community.story.refused.forEach((why, times) -> REFUSED.merge(why, times, Integer::sum));
    }

    /** A history in which nothing happens proves nothing. */
    @AfterContainer
    static void everythingHappenedAndMuchWasRefused() {
        System.out.println(DONE + " replayed=" + replayed + " refused=" + REFUSED);
        assertThat(DONE).containsOnlyKeys(Move.Act.values());
        assertThat(replayed).as("months replayed with something new present").isPositive();
        assertThat(REFUSED)
                .containsKeys(
                        "charge-replaced",
                        "charge-not-reversed",
                        "choice-over-open",
                        "waiver-over-open",
                        "write-off-over-open",
                        "bill-run-wrong-state");
    }

    @Provide
    static Arbitrary<List<Move>> histories() {
        return Histories.ofAtMost(60);
    }

    @Provide
    static Arbitrary<List<Move>> lives() {
        return Histories.ofAtMost(300);
    }
}
