package dev.guanjia.billing.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.arrears.StatementEntry.Kind;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final DateRange MARCH = DateRange.of(YearMonth.of(2026, 3));

    @Test
    void theBalanceRunsOnFromLineToLine() {
        List<StatementEntry> entries =
                List.of(
                        entry(40, Kind.PAID, "pay_9", 1),
                        entry(20, Kind.WRITTEN_OFF, "wo_1", 1_000),
                        entry(9, Kind.PAYMENT_REVERSED, "pay_1", 20_000),
                        entry(4, Kind.PAID, "pay_1", 20_000),
                        entry(4, Kind.CHARGED, "ch_2", 30_000),
                        entry(-20, Kind.CHARGED, "ch_1", 25_000),
                        entry(-3, Kind.WAIVED, "wv_1", 5_000));
        Statement statement = statement(MARCH, entries);
        assertThat(statement.opening()).isEqualTo(Money.fen(20_000));
        assertThat(
                        statement.lines().stream()
                                .map(line -> line.entry().reference() + " " + line.balance())
                                .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        ch_2 CNY 500.00
                        pay_1 CNY 300.00
                        pay_1 CNY 500.00
                        wo_1 CNY 490.00""");
        assertThat(statement.closing()).isEqualTo(Money.fen(49_000));
    }

    @Property
    void theClosingOfOneStatementOpensTheNextWhateverTheOrder(
            @ForAll @Size(max = 25) List<@IntRange(min = 1, max = 9_999) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 58) int cut,
            @ForAll long seed) {
        List<StatementEntry> entries = new ArrayList<>();
        for (int amount : amounts) {
            Kind kind = Kind.values()[amount % Kind.values().length];
            entries.add(entry(amount % 61 - 1, kind, "r" + entries.size(), amount));
        }
        DateRange before = new DateRange(FIRST, FIRST.plusDays(cut));
        DateRange after = new DateRange(FIRST.plusDays(cut), FIRST.plusDays(60));
        Statement first = statement(before, entries);
        Statement second = statement(after, entries);
        assertThat(second.opening()).isEqualTo(first.closing());
        long sum = entries.stream().mapToLong(entry -> entry.effect().minorUnits()).sum();
        assertThat(second.closing()).isEqualTo(Money.fen(sum));
        Collections.shuffle(entries, new Random(seed));
        assertThat(statement(before, entries)).isEqualTo(first);
    }

    @Test
    void aStatementThatDoesNotAddUpCannotExist() {
        StatementEntry charge = entry(1, Kind.CHARGED, "ch_1", 5);
        List<Statement.Line> wrong = List.of(new Statement.Line(charge, Money.fen(4)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Statement(
                                        new Payer(Payer.Kind.OWNER, "ow_1"),
                                        MARCH,
                                        Money.fen(0),
                                        wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(1, Kind.PAID, "pay_1", 0));
    }

    private static Statement statement(DateRange days, List<StatementEntry> entries) {
        return Statement.of(new Payer(Payer.Kind.OWNER, "ow_1"), days, Money.fen(0), entries);
    }

    private static StatementEntry entry(int day, Kind kind, String reference, long fen) {
        return new StatementEntry(
                FIRST.plusDays(day), kind, new ChargeId("ch_1"), reference, Money.fen(fen));
    }
}
