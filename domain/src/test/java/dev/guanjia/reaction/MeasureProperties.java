package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.quality.Measures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MeasureProperties {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    /** A charge and how much of it was paid and waived on one day. */
    private record Story(
            YearMonth period, boolean isManagement, long paid, long waived, LocalDate on) {}

    @Provide
    Arbitrary<List<Story>> stories() {
        return Combinators.combine(
                        Arbitraries.of(MARCH, MARCH, MARCH.minusMonths(1)),
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(1, 60_000),
                        Arbitraries.longs().between(1, 40_000),
                        Arbitraries.integers()
                                .between(-10, 45)
                                .map(LocalDate.of(2024, 3, 1)::plusDays))
                .as(Story::new)
                .list()
                .ofMaxSize(25);
    }

    private static CollectionFacts facts(List<Story> stories) {
        List<ChargeFact> charges = new ArrayList<>();
        List<SettlementFact> paid = new ArrayList<>();
        List<SettlementFact> waived = new ArrayList<>();
        for (Story it : stories) {
            ChargeId id = new ChargeId("ch_" + charges.size());
            FeeItemId item = new FeeItemId("ITEM");
            charges.add(
                    new ChargeFact(id, item, it.period(), Money.fen(100_000), it.isManagement()));
            paid.add(new SettlementFact("pm", id, Money.fen(it.paid()), it.on()));
            waived.add(new SettlementFact("wv", id, Money.fen(it.waived()), it.on()));
        }
        return new CollectionFacts(charges, paid, waived);
    }

    private static Rational value(Measures measures, String name) {
        return measures.measure(name).value();
    }

    @Property
    void receivedNeverExceedsDueAndDueNeverExceedsBilled(@ForAll("stories") List<Story> stories) {
        Measures measures = MeasureReaction.collection(MARCH, facts(stories));
        Rational due = value(measures, "management_fee_due");
        assertThat(value(measures, "management_fee_received")).isBetween(Rational.ZERO, due);
        assertThat(due).isLessThanOrEqualTo(value(measures, "management_fee_billed"));
    }

    @Property
    void theOrderOfTheFactsDoesNotMatter(
            @ForAll("stories") List<Story> stories, @ForAll Random random) {
        List<Story> shuffled = new ArrayList<>(stories);
        Collections.shuffle(shuffled, random);
        assertThat(MeasureReaction.collection(MARCH, facts(shuffled)).values())
                .isEqualTo(MeasureReaction.collection(MARCH, facts(stories)).values());
    }

    @Property
    void otherMonthsAndOtherFeesChangeNothing(@ForAll("stories") List<Story> stories) {
        List<Story> own =
                stories.stream()
                        .filter(it -> it.isManagement() && it.period().equals(MARCH))
                        .toList();
        assertThat(MeasureReaction.collection(MARCH, facts(own)).values())
                .isEqualTo(MeasureReaction.collection(MARCH, facts(stories)).values());
    }
}
