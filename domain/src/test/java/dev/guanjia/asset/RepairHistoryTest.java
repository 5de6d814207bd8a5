package dev.guanjia.asset;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.WEST;
import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.lift;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.register;
import static dev.guanjia.asset.Assets.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.RepairHistory.Entry;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairHistoryTest {

    private static final Money DOLLARS = new Money(Currency.getInstance("USD"), 9_900);
    private static final EquipmentRegister REGISTER =
            register(lift(EAST, "2024-01-15", "2026-04-20"), lift(WEST, "2024-01-15", ""));

    @Test
    void whatAnAssetCostIsSummedPerCurrency() {
        RepairHistory history =
                history(
                        entry("e4", EAST, "2026-05-01", Money.fen(1)),
                        entry("e1", EAST, "2026-04-01", Money.fen(12_000)),
                        entry("e3", EAST, "2026-04-30", Money.fen(-2_000)),
                        entry("e2", EAST, "2026-04-10", DOLLARS),
                        entry("w1", WEST, "2026-04-10", Money.fen(777)));
        DateRange april = DateRange.of(YearMonth.of(2026, 4));
        assertThat(history.costs(EAST, april).values()).containsExactly(Money.fen(10_000), DOLLARS);
        assertThat(history.costs(WEST, april).values()).containsExactly(Money.fen(777));
        assertThat(history.costs(WEST, DateRange.of(YearMonth.of(2026, 5)))).isEmpty();
        assertThat(history.costs("wo_1").values()).containsExactly(Money.fen(10_778), DOLLARS);
        assertThat(history.costs("wo_2")).isEmpty();
        assertThat(history.of(EAST)).extracting(Entry::id).containsExactly("e1", "e2", "e3", "e4");
    }

    @Test
    void anEntryStandsOnceAndNamesEquipmentThatWasThere() {
        Entry first = entry("e1", EAST, "2026-04-01", Money.fen(5));
        RepairHistory history = history(first);
        assertThat(yes(history.record(first, REGISTER))).isEqualTo(history);
        assertThat(no(history.record(entry("e1", EAST, "2026-04-01", Money.fen(6)), REGISTER)))
                .containsExactly("equipment-repair-entry-exists");
        assertThat(no(history.record(entry("e2", EAST, "2024-01-14", Money.fen(6)), REGISTER)))
                .containsExactly("equipment-not-installed");
        assertThat(
                        no(
                                history.record(
                                        entry(
                                                "e2",
                                                new EquipmentId("none"),
                                                "2026-04-01",
                                                Money.fen(6)),
                                        REGISTER)))
                .containsExactly("equipment-unknown");
    }

    private static RepairHistory history(Entry... entries) {
        RepairHistory history = new RepairHistory(List.of());
        for (Entry entry : entries) {
            history = yes(history.record(entry, REGISTER));
        }
        return history;
    }

    private static Entry entry(String id, EquipmentId equipment, String day, Money cost) {
        return new Entry(id, "wo_1", equipment, day(day), "更换门机", Optional.of(cost));
    }
}
