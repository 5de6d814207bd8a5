package dev.guanjia.money;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random money and weights: any amount a community could owe, and every awkward split. */
public class MoneyArbitraries extends DomainContextBase {

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L).map(Money::fen);
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.longs()
                .between(0, 100_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .filter(list -> list.stream().anyMatch(weight -> weight > 0));
    }
}
