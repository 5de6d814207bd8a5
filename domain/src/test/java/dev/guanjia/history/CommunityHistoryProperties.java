package dev.guanjia.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever happens in a community, in whatever order. */
class CommunityHistoryProperties {

    private static final Map<Move.Act, Integer> DONE = new EnumMap<>(Move.Act.class);
    private static final Map<String, Integer> REFUSED = new TreeMap<>();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void noDayIsBilledTwiceAndEveryCentIsAccountedFor(@ForAll("histories") List<Move> moves) {
        Community community = new Community();
        community.live(moves);
        community.story.done.forEach((act, times) -> DONE.merge(act, times, Integer::sum));
        community.story.refused.forEach((why, times) -> REFUSED.merge(why, times, Integer::sum));
    }

    @AfterContainer
    static void everythingHappenedAndMuchWasRefused() {
        System.out.println(DONE + " " + REFUSED);
        assertThat(DONE).containsOnlyKeys(Move.Act.values());
    }

    @Provide
    static Arbitrary<List<Move>> histories() {
        Arbitrary<Move.Act> acts =
                Arbitraries.frequency(
                        Tuple.of(20, Move.Act.RUN),
                        Tuple.of(10, Move.Act.PAY),
                        Tuple.of(8, Move.Act.READ),
                        Tuple.of(6, Move.Act.REVERSE_CHARGE),
                        Tuple.of(6, Move.Act.CHARGE_AGAIN));
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 9_999);
        return Combinators.combine(
                        Arbitraries.oneOf(acts, Arbitraries.of(Move.Act.class)), any, any, any)
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
