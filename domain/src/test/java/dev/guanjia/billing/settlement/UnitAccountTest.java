package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.settlement.UnitAccount.Kind.CHARGED;
import static dev.guanjia.billing.settlement.UnitAccount.Kind.PAID;
import static dev.guanjia.billing.settlement.UnitAccount.Kind.PREPAID;
import static dev.guanjia.billing.settlement.UnitAccount.Kind.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitAccountTest {

    private static final List<UnitAccount.Move> MOVES =
            List.of(
                    move(CHARGED, "2026-03-31", 23206),
                    move(PAID, "2026-04-02", 20000),
                    move(WAIVED, "2026-04-05", 3206),
                    move(CHARGED, "2026-04-30", 3957),
                    move(PAID, "2026-05-03", 3957),
                    move(PREPAID, "2026-05-03", 43));

    @ParameterizedTest(name = "{0}: {1} - {2} - {3} = {4}, {5} kept")
    @CsvSource(
            textBlock =
                    """
                    2026-03-30,     0,     0,    0,     0,  0
                    2026-03-31, 23206,     0,    0, 23206,  0
                    2026-04-04, 23206, 20000,    0,  3206,  0
                    2026-04-05, 23206, 20000, 3206,     0,  0
                    2026-04-30, 27163, 20000, 3206,  3957,  0
                    2026-05-03, 27163, 23957, 3206,     0, 43
                    """)
    void dueLessPaidLessWaivedIsOpenAsOfTheDay(
            LocalDate asOf, long charged, long paid, long waived, long open, long kept) {
        List<UnitAccount.Move> backwards = new ArrayList<>(MOVES);
        Collections.reverse(backwards);
        UnitAccount account = UnitAccount.of(new UnitId("un_1"), asOf, Money.CNY, backwards);
        assertThat(account.charged()).isEqualTo(Money.fen(charged));
        assertThat(account.paid()).isEqualTo(Money.fen(paid));
        assertThat(account.waived()).isEqualTo(Money.fen(waived));
        assertThat(account.open()).isEqualTo(Money.fen(open));
        assertThat(account.prepayment()).isEqualTo(Money.fen(kept));
    }

    private static UnitAccount.Move move(UnitAccount.Kind kind, String on, long fen) {
        return new UnitAccount.Move(kind, LocalDate.parse(on), Money.fen(fen));
    }
}
