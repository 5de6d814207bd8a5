package dev.guanjia.billing.share;

import static dev.guanjia.billing.share.Shares.amounts;
import static dev.guanjia.billing.share.Shares.keys;
import static dev.guanjia.billing.share.Shares.no;
import static dev.guanjia.billing.share.Shares.pool;
import static dev.guanjia.billing.share.Shares.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApportionmentTest {

    @ParameterizedTest
    @CsvSource({
        // 100 / 3 = 33.333..: the coin left goes to the first
        "10000, UNIT,        a=1 b=1 c=1,           a=33.34 b=33.33 c=33.33",
        "20000, UNIT,        a=1 b=1 c=1,           a=66.67 b=66.67 c=66.66",
        // 300 x 88.5/300, x 100/300, x 111.5/300
        "30000, AREA,        a=88.5 b=100 c=111.5,  a=88.50 b=100.00 c=111.50",
        // 1.00 x 1/7 = 14.28 fen, x 2/7 = 28.57, x 4/7 = 57.14: the coin goes to the .57
        "100,   CONSUMPTION, a=1 b=2 c=4,           a=0.14 b=0.29 c=0.57",
        "100,   WEIGHT,      a=0 b=0.5 c=1.5,       a=0.00 b=0.25 c=0.75",
        "2,     UNIT,        a=1 b=1 c=1,           a=0.01 b=0.01 c=0.00",
        "0,     UNIT,        a=1 b=1 c=1,           a=0.00 b=0.00 c=0.00",
    })
    void aPoolIsCutToTheCoinByTheLargestRemainder(
            long fen, ShareKey kind, String keys, String expected) {
        Apportionment cut = yes(Apportionment.of(pool("p", fen, "a", "b", "c"), keys(kind, keys)));
        assertThat(amounts(cut)).isEqualTo(expected);
        assertThat(cut.withoutKey()).isEmpty();
    }

    @Test
    void aUnitWithoutAKeyIsReportedAndHasNoShareOfZero() {
        Pool pool = pool("p", 10000, "a", "b", "c");
        Apportionment cut = yes(Apportionment.of(pool, keys(ShareKey.AREA, "a=80 c=120")));
        assertThat(amounts(cut)).isEqualTo("a=40.00 c=60.00");
        assertThat(cut.withoutKey()).containsExactly(new UnitId("b"));
    }

    @Test
    void everyFaultyKeyIsNamed() {
        assertThat(
                        no(
                                Apportionment.of(
                                        pool("p", -1, "a", "b"),
                                        keys(ShareKey.AREA, "a=-2 b=3 z=1"))))
                .containsExactly(
                        "Pool p is of CNY -0.01; a cost that is shared is zero or more.",
                        "Unit a has the key -2 in pool p; a key is zero or more.",
                        "Unit z has a key but does not share pool p.");
    }

    @ParameterizedTest
    @CsvSource({"''", "a=0 b=0"})
    void keysThatSumToZeroShareNothing(String text) {
        assertThat(no(Apportionment.of(pool("p", 1, "a", "b"), keys(ShareKey.WEIGHT, text))))
                .containsExactly(
                        "The keys of pool p sum to zero; there is nothing to share it by.");
    }

    @Test
    void aShareProvesItself() {
        Pool pool = pool("p", 10000, "a", "b", "c");
        Share share = yes(Apportionment.of(pool, ShareKeys.perUnit(pool.units()))).shares().get(0);
        assertThat(share.exact()).isEqualTo(Rational.of(10000, 3));
        assertThat(share)
                .isEqualTo(
                        new Share(
                                new UnitId("a"),
                                Money.fen(10000),
                                Rational.ONE,
                                Rational.of(3, 1),
                                true));
    }

    @Test
    void anApportionmentThatDoesNotSumToItsPoolDoesNotExist() {
        Apportionment cut =
                yes(Apportionment.of(pool("p", 100, "a"), keys(ShareKey.WEIGHT, "a=1")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Apportionment(pool("p", 101, "a"), ShareKey.WEIGHT, cut.shares()))
                .withMessageContaining("CNY 1.00");
        List<Share> twice = List.of(cut.shares().get(0), cut.shares().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Apportionment(pool("p", 200, "a"), ShareKey.WEIGHT, twice));
        assertThatIllegalArgumentException().isThrownBy(() -> keys(ShareKey.UNIT, "a=2"));
    }
}
