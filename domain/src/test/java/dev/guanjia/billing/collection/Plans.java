package dev.guanjia.billing.collection;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan of the digest: power and property fees of buildings 6, 7 and 8. */
final class Plans {

    static final FeeItemId POWER = new FeeItemId("POWER");
    static final FeeItemId SERVICE = new FeeItemId("PROPERTY_SERVICE");
    static final Rational NINE_TENTHS = Rational.of(9, 10);
    static final GroupTree TREE =
            new GroupTree(
                    List.of(
                            group("company", GroupLevel.COMPANY, null),
                            group("project", GroupLevel.PROJECT, "company"),
                            group("building6", GroupLevel.TEAM, "project"),
                            group("building7", GroupLevel.TEAM, "project"),
                            group("building8", GroupLevel.TEAM, "project")));

    private Plans() {}

    static CollectionGroup group(String id, GroupLevel level, @Nullable String above) {
        return new CollectionGroup(
                id(id), level, above == null ? null : new CollectionGroupId(above));
    }

    static CollectionGroupId id(String id) {
        return new CollectionGroupId(id);
    }

    static ListedArrears row(String group, FeeItemId item, long fen) {
        return new ListedArrears(id(group), item, Money.fen(fen));
    }

    /** What the three lists say; the totals are those of the digest. */
    static List<ListedArrears> lists() {
        return List.of(
                row("building6", POWER, 5_000_001),
                row("building7", POWER, 5_100_002),
                row("building8", POWER, 5_169_997),
                row("building6", SERVICE, 8_000_000),
                row("building7", SERVICE, 7_970_000),
                row("building8", SERVICE, 0));
    }

    static TargetSplit digest() {
        return accepted(
                TargetSplit.of(
                        TREE,
                        lists(),
                        List.of(
                                new CollectionGoal(POWER, NINE_TENTHS),
                                new CollectionGoal(SERVICE, NINE_TENTHS))));
    }
}
