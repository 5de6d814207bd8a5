package dev.guanjia.billing.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.catalogue.Table;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeingTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final String HEAD = "key,zh,en,first_day,last_day,source\n";

    @ParameterizedTest
    @CsvSource({
        "-400, NOT_DUE",
        "-1, NOT_DUE",
        "0, NOT_DUE",
        "1, DAYS_0_30",
        "30, DAYS_0_30",
        "31, DAYS_31_60",
        "60, DAYS_31_60",
        "61, DAYS_61_90",
        "90, DAYS_61_90",
        "91, DAYS_91_180",
        "180, DAYS_91_180",
        "181, DAYS_181_365",
        "365, DAYS_181_365",
        "366, OVER_A_YEAR",
        "9999, OVER_A_YEAR"
    })
    void everyAgeHasItsBucket(long days, String key) {
        Arrears arrears = arrears(DUE.plusDays(days), List.of(owed(1, DUE, null, 100)));
        assertThat(arrears.age(AgeBuckets.load()).lines())
                .filteredOn(line -> line.charges() == 1)
                .extracting(line -> line.bucket().key())
                .containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, NOT_DUE, 0",
        "2026-02-01, DEFERRED, 0",
        "2026-03-15, DEFERRED, 0",
        "2026-03-16, OVERDUE, 44",
    })
    void aBrokenPromiseIsLateFromTheDueDay(LocalDate asOf, Standing standing, long days) {
        Owed promised = owed(1, DUE, LocalDate.of(2026, 3, 15), 100);
        assertThat(promised.standing(asOf)).isEqualTo(standing);
        assertThat(promised.daysOverdue(asOf)).isEqualTo(days);
    }

    @Test
    void whatIsDeferredIsOwedAndListedButNotOverdue() {
        LocalDate asOf = DUE.plusDays(10);
        Arrears arrears =
                arrears(
                        asOf,
                        List.of(
                                owed(3, asOf, null, 4),
                                owed(2, DUE, asOf, 20),
                                owed(1, DUE, null, 100)));
        assertThat(arrears.list())
                .extracting(item -> item.charge().id().value())
                .containsExactly("ch_1", "ch_2");
        assertThat(arrears.balance()).isEqualTo(Money.fen(124));
        assertThat(arrears.balance(Standing.OVERDUE)).isEqualTo(Money.fen(100));
        Ageing ageing = arrears.age(AgeBuckets.load());
        assertThat(ageing.deferred()).isEqualTo(Money.fen(20));
        assertThat(ageing.lines().get(0).amount()).isEqualTo(Money.fen(24));
    }

    @Property
    void theBucketsSumToTheBalanceWhateverTheOrder(
            @ForAll @Size(max = 20) List<@IntRange(min = -500, max = 500) Integer> ages,
            @ForAll long seed) {
        List<Owed> owed = new ArrayList<>();
        for (int age : ages) {
            LocalDate promised = age % 3 == 0 ? DUE.plusDays(age % 7) : null;
            owed.add(owed(owed.size(), DUE.minusDays(age), promised, 1 + age * age));
        }
        List<Owed> shuffled = new ArrayList<>(owed);
        Collections.shuffle(shuffled, new Random(seed));
        Arrears arrears = arrears(DUE, owed);
        long sum = ages.stream().mapToLong(age -> 1 + age * age).sum();
        assertThat(arrears.age(AgeBuckets.load()).total()).isEqualTo(Money.fen(sum));
        assertThat(arrears.balance()).isEqualTo(Money.fen(sum));
        assertThat(arrears(DUE, shuffled)).isEqualTo(arrears);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A,a,a,,0,s",
                "A,a,a,0,,s",
                "A,a,a,,0,s\nB,b,b,2,,s",
                "A,a,a,,0,s\nB,b,b,0,,s",
                "A,a,a,,,s\nB,b,b,1,,s"
            })
    void bucketsWithAGapOrAnOverlapAreNotRead(String rows) {
        Table table = Table.parse("b.csv", HEAD + rows + "\n", List.of(HEAD.strip().split(",")));
        assertThatIllegalArgumentException().isThrownBy(() -> AgeBuckets.of(table));
    }

    @Test
    void whatCameInAndWhatIsOwedAddUpToOne() {
        CollectionRate rate = new CollectionRate(Money.fen(300), Money.fen(200));
        assertThat(rate.collectedPart()).contains(Rational.of(2, 3));
        assertThat(rate.owedPart()).contains(Rational.of(1, 3));
        assertThat(new CollectionRate(Money.fen(0), Money.fen(0)).collectedPart())
                .isEqualTo(Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionRate(Money.fen(1), Money.fen(2)));
    }

    private static Arrears arrears(LocalDate asOf, List<Owed> owed) {
        return new Arrears(asOf, Money.CNY, owed);
    }

    private static Owed owed(int id, LocalDate due, @Nullable LocalDate promised, long fen) {
        ChargeKey key =
                new ChargeKey(
                        new UnitId("un_1"),
                        new FeeItemId("PROPERTY_SERVICE"),
                        ServicePeriod.of(YearMonth.from(due)));
        OpenCharge charge = new OpenCharge(new ChargeId("ch_" + id), key, 10, due, Money.fen(fen));
        return new Owed(new Payer(Payer.Kind.OWNER, "ow_1"), charge, promised);
    }
}
