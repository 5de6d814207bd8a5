package dev.guanjia.history;

import dev.guanjia.history.Move.Act;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Moves in any order: what needs something before it is tried more often. */
final class Histories {

    private static final Map<Act, Integer> OFTEN =
            Map.ofEntries(
                    Map.entry(Act.RUN, 12),
                    Map.entry(Act.PAY, 10),
                    Map.entry(Act.READ, 6),
                    Map.entry(Act.REVERSE_CHARGE, 7),
                    Map.entry(Act.CHARGE_AGAIN, 8),
                    Map.entry(Act.MISREAD, 6),
                    Map.entry(Act.USE_PREPAYMENT, 7),
                    Map.entry(Act.WRITE_OFF, 6),
                    Map.entry(Act.RECOVER, 6),
                    Map.entry(Act.REFUND, 4),
                    Map.entry(Act.APPROVE_REFUND, 5),
                    Map.entry(Act.CANCEL_REFUND, 8),
                    Map.entry(Act.LATE_CHARGE, 5),
                    Map.entry(Act.TAKE_DEPOSIT, 3),
                    Map.entry(Act.DEDUCT_DEPOSIT, 4),
                    Map.entry(Act.REFUND_DEPOSIT, 3),
                    Map.entry(Act.CANCEL, 5),
                    Map.entry(Act.CORRECT_READING, 3));

    private Histories() {}

    static Arbitrary<List<Move>> ofAtMost(int moves) {
        List<Act> acts = new ArrayList<>();
        for (Act act : Act.values()) {
            acts.addAll(Collections.nCopies(OFTEN.getOrDefault(act, 2), act));
        }
        Arbitrary<Integer> any =
                Arbitraries.integers()
                        .between(0, 9_999)
                        .withDistribution(RandomDistribution.uniform());
        return Combinators.combine(Arbitraries.of(acts), any, any, any)
                .as(Move::new)
                .list()
                .ofMaxSize(moves)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
