package dev.guanjia.billing.share;

import static dev.guanjia.billing.share.Shares.amounts;
import static dev.guanjia.billing.share.Shares.keys;
import static dev.guanjia.billing.share.Shares.no;
import static dev.guanjia.billing.share.Shares.pool;
import static dev.guanjia.billing.share.Shares.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.property.UnitId;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShareBookTest {

    private static Apportionment perUnit(Pool pool) {
        return yes(Apportionment.of(pool, ShareKeys.perUnit(pool.units())));
    }

    private static String differences(ShareBook.Step step) {
        return step.changes().stream()
                .map(change -> change.unit() + "=" + change.difference().amountText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aPoolOf300Stays300AfterAFifthHouseIsAdded() {
        Apportionment four = perUnit(pool("p", 30000, "a", "b", "c", "d"));
        ShareBook.Step first = yes(ShareBook.EMPTY.enter(four));
        assertThat(differences(first)).isEqualTo("a=75.00 b=75.00 c=75.00 d=75.00");

        Apportionment five = perUnit(pool("p", 30000, "a", "b", "c", "d", "e"));
        ShareBook.Step second = yes(first.book().enter(five));
        assertThat(amounts(five)).isEqualTo("a=60.00 b=60.00 c=60.00 d=60.00 e=60.00");
        assertThat(differences(second)).isEqualTo("a=-15.00 b=-15.00 c=-15.00 d=-15.00 e=60.00");
        assertThat(second.changes().get(0))
                .isEqualTo(new ShareChange(four.shares().get(0), five.shares().get(0)));
        assertThat(second.book().standing().values()).containsExactly(five);
    }

    @Test
    void aShareDoesNotChangeUnderAChargeThatStands() {
        PoolId pool = new PoolId("p");
        ShareBook.Step first = yes(ShareBook.EMPTY.enter(perUnit(pool("p", 100, "a", "b"))));
        assertThat(yes(first.unlessCharged(pool, Map.of()))).isEqualTo(first);
        Map<UnitId, ChargeId> charged = Map.of(new UnitId("b"), new ChargeId("ch"));
        ShareBook.Step same = yes(first.book().enter(perUnit(pool("p", 100, "a", "b"))));
        assertThat(yes(same.unlessCharged(pool, charged))).isEqualTo(same);
        ShareBook.Step less = yes(first.book().enter(perUnit(pool("p", 100, "a"))));
        assertThat(no(less.unlessCharged(pool, charged)))
                .containsExactly(
                        "The share of unit b in pool p is charged by ch; it is changed after that"
                                + " charge is reversed or its run cancelled.");
    }

    @Test
    void aUnitThatLeavesIsReversedAndTheSameAgainChangesNothing() {
        ShareBook.Step first = yes(ShareBook.EMPTY.enter(perUnit(pool("p", 100, "a", "b"))));
        assertThat(yes(first.book().enter(perUnit(pool("p", 100, "a", "b")))).changes()).isEmpty();
        assertThat(differences(yes(first.book().enter(perUnit(pool("p", 100, "a"))))))
                .isEqualTo("a=0.50 b=-0.50");
    }

    @Test
    void aUnitHasOneShareOfAFeeAndDay() {
        ShareBook book = yes(ShareBook.EMPTY.enter(perUnit(pool("p", 100, "a", "b")))).book();
        assertThat(no(book.enter(perUnit(pool("q", 100, "b", "c")))))
                .containsExactly(
                        "Unit b already has a share of this fee for days of pool q, in pool p.");
        Pool pool = pool("q", 100, "b");
        Pool otherItem =
                new Pool(
                        pool.id(),
                        new FeeItemId("LAMPS"),
                        pool.period(),
                        pool.amount(),
                        pool.units());
        assertThat(yes(book.enter(perUnit(otherItem))).changes()).hasSize(1);
        Apportionment keyless =
                yes(Apportionment.of(pool("q", 9, "b", "c"), keys(ShareKey.AREA, "c=1")));
        assertThat(yes(book.enter(keyless)).changes()).hasSize(1);
    }

    @Test
    void aPoolOfNothingIsInNobodysWay() {
        ShareBook book = yes(ShareBook.EMPTY.enter(perUnit(pool("p", 100, "a", "b")))).book();
        ShareBook.Step withdrawn = yes(book.enter(perUnit(pool("p", 0, "a", "b"))));
        assertThat(differences(withdrawn)).isEqualTo("a=-0.50 b=-0.50");
        assertThat(yes(withdrawn.book().enter(perUnit(pool("q", 90, "b", "c")))).changes())
                .hasSize(2);
        assertThat(yes(book.enter(perUnit(pool("q", 0, "b", "c")))).changes()).hasSize(2);
    }

    @Test
    void aPoolKeepsItsItemAndDays() {
        Pool pool = pool("p", 100, "a");
        ShareBook book = yes(ShareBook.EMPTY.enter(perUnit(pool))).book();
        Pool moved =
                new Pool(
                        pool.id(),
                        new FeeItemId("LAMPS"),
                        pool.period(),
                        pool.amount(),
                        pool.units());
        assertThat(no(book.enter(perUnit(moved))))
                .containsExactly("Pool p is for LIFT 2026-03 CNY, not for LAMPS 2026-03 CNY.");
    }
}
