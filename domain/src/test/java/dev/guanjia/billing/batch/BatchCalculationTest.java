package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is worked out, and what is not because nobody wants it. */
class BatchCalculationTest {

    private static final FeeItem BY_AREA = Billing.ITEMS.items().get(0);
    private static final BillCalculation RULES =
            new BillCalculation(
                    Billing.ITEMS,
                    Billing.book(Billing.tariff("tf_1", BY_AREA.id(), "2.00", "2026-01-01")),
                    Billing.MARCH,
                    LocalDate.of(2026, 4, 10));

    private final BatchCalculation run = new BatchCalculation(RULES);
    private final List<UnitFacts> units = List.of(flat("un_1"), flat("un_2"));

    /** How often the facts of each row were looked at. */
    private final int[] asked = new int[units.size()];

    private final UnitTable table =
            UnitTable.of(
                    units.size(),
                    row -> {
                        asked[row]++;
                        return units.get(row);
                    },
                    RULES);

    @Test
    void aTableIsBilledWithoutALookAtItsUnits() {
        BilledTable billed = run.bill(table);
        assertThat(billed.rows()).isEqualTo(2);
        assertThat(billed.items())
                .containsExactlyElementsOf(
                        Billing.ITEMS.items().stream().map(FeeItem::id).toList());
        assertThat(asked).containsExactly(0, 0);
    }

    @Test
    void whoOnlyWantsExplanationsPaysForNoColumn() {
        BilledTable billed = run.bill(table);
        assertThat(trace(billed, 0)).isNotNull();
        assertThat(asked).containsExactly(1, 0);
        assertThat(trace(billed, 1)).isNotNull();
        assertThat(asked).containsExactly(1, 1);
    }

    /** The use and the quantity of each row, once; then those of the three other fees. */
    @Test
    void aColumnIsWorkedOutOnceWhenAnAmountOfItIsAskedFor() {
        BilledTable billed = run.bill(table);
        assertThat(billed.amount(0, 0)).contains(new Taxed(Money.fen(19_750), Money.fen(0)));
        assertThat(billed.amount(1, 0)).isEqualTo(billed.amount(0, 0));
        assertThat(asked).containsExactly(2, 2);
        assertThat(billed.plainTotal(0)).isEqualTo(19_750);
        assertThat(billed.plainTotal(1)).isEqualTo(19_750);
        assertThat(asked).containsExactly(5, 5);
        assertThat(run.bill(table).plainTotal(1)).isEqualTo(19_750);
        assertThat(asked).containsExactly(5, 5);
    }

    @Test
    void unitsThatAreAlikeShareAnExplanationAcrossTables() {
        ChargeTrace first = trace(run.bill(UnitTable.of(units.subList(0, 1), RULES)), 0);
        ChargeTrace second = trace(run.bill(UnitTable.of(units.subList(1, 2), RULES)), 0);
        assertThat(second).isSameAs(first);
        ChargeTrace another = trace(new BatchCalculation(RULES).bill(table), 0);
        assertThat(another).isEqualTo(first).isNotSameAs(first);
    }

    private static ChargeTrace trace(BilledTable billed, int row) {
        List<BillOutcome> outcomes = billed.outcomes(row, Billing.IDS);
        return outcomes.get(0)
                .fold(charged -> charged.charge().trace(), unchanged -> null, skipped -> null);
    }

    private static UnitFacts flat(String id) {
        return new UnitFacts(Billing.unit(id, UnitUse.RESIDENTIAL, "98.75"), List.of(), Set.of());
    }
}
