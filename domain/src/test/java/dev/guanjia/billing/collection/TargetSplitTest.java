package dev.guanjia.billing.collection;

import static dev.guanjia.billing.collection.Plans.NINE_TENTHS;
import static dev.guanjia.billing.collection.Plans.POWER;
import static dev.guanjia.billing.collection.Plans.SERVICE;
import static dev.guanjia.billing.collection.Plans.group;
import static dev.guanjia.billing.collection.Plans.id;
import static dev.guanjia.billing.collection.Plans.row;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSplitTest {

    @ParameterizedTest(name = "{0}: {1} due, {2} to collect, {3} tolerated")
    @CsvSource(
            textBlock =
                    """
                    POWER,            152700.00, 137430.00, 15270.00
                    PROPERTY_SERVICE, 159700.00, 143730.00, 15970.00
                    """)
    void theDigestsPlanComesToItsFigures(String item, String due, String target, String rest) {
        GroupTarget company =
                Plans.digest().target(id("company"), new FeeItemId(item)).orElseThrow();
        assertThat(company.due()).isEqualTo(yuan(due));
        assertThat(company.target()).isEqualTo(yuan(target));
        assertThat(company.tolerated()).isEqualTo(yuan(rest));
    }

    @Test
    void bothFeesTogetherAreTheSumOfTheirTargets() {
        assertThat(Plans.digest().total(id("company"))).isEqualTo(yuan("281160.00"));
        assertThat(Plans.digest().total(id("project"))).isEqualTo(yuan("281160.00"));
    }

    @ParameterizedTest(name = "{0}: {1} of power, {2} of property service")
    @CsvSource(
            textBlock =
                    """
                    building6, 45000.01, 72000.00
                    building7, 45900.02, 71730.00
                    building8, 46529.97, 0.00
                    """)
    void aTeamCollectsByItsOwnListAndTheTeamsAddUp(String team, String power, String service) {
        TargetSplit split = Plans.digest();
        assertThat(split.target(id(team), POWER).orElseThrow().target()).isEqualTo(yuan(power));
        assertThat(split.target(id(team), SERVICE).orElseThrow().target()).isEqualTo(yuan(service));
    }

    @Test
    void anEqualSplitOfTheDigestsFiguresIsExact() {
        List<ListedArrears> equal =
                List.of(
                        row("building6", POWER, 5_090_000),
                        row("building7", POWER, 5_090_000),
                        row("building8", POWER, 5_090_000));
        TargetSplit split =
                accepted(
                        TargetSplit.of(
                                Plans.TREE,
                                equal,
                                List.of(new CollectionGoal(POWER, NINE_TENTHS))));
        assertThat(split.target(id("building7"), POWER).orElseThrow().target())
                .isEqualTo(yuan("45810.00"));
    }

    @Test
    void aStartedFenOfATargetCountsAsWhole() {
        assertThat(new CollectionGoal(POWER, NINE_TENTHS).target(Money.fen(11)))
                .isEqualTo(Money.fen(10));
        assertThat(new CollectionGoal(POWER, Rational.ONE).target(Money.fen(11)))
                .isEqualTo(Money.fen(11));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    building6, POWER, 1,  arrears-twice
                    project,   POWER, 1,  arrears-out-of-place
                    building9, POWER, 1,  arrears-out-of-place
                    building6, HEAT,  1,  goal-without-arrears
                    building6, HEAT,  -1, arrears-negative goal-without-arrears
                    """)
    void aRowThatDoesNotFitIsRefused(String group, String item, long fen, String expected) {
        List<ListedArrears> rows = new ArrayList<>(List.of(row("building6", POWER, 100)));
        rows.add(row(group, new FeeItemId(item), fen));
        var decision =
                TargetSplit.of(Plans.TREE, rows, List.of(new CollectionGoal(POWER, NINE_TENTHS)));
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @Test
    void currenciesDoNotMixAndAFeeHasOneGoal() {
        ListedArrears dollars =
                new ListedArrears(
                        id("building7"), POWER, new Money(Currency.getInstance("USD"), 100));
        CollectionGoal goal = new CollectionGoal(POWER, NINE_TENTHS);
        assertThat(
                        codes(
                                TargetSplit.of(
                                        Plans.TREE,
                                        List.of(row("building6", POWER, 100), dollars),
                                        List.of(goal, goal))))
                .containsExactly("arrears-currency", "goal-twice");
        assertThat(codes(TargetSplit.of(Plans.TREE, List.of(), List.of())))
                .containsExactly("goal-without-arrears");
    }

    @ParameterizedTest(name = "{1} under {2}: {3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    team2,   TEAM,       company,  ''
                    team2,   TEAM,       -,        groups-without-top
                    team2,   TEAM,       team,     group-out-of-place
                    team2,   DEPARTMENT, team,     group-out-of-place
                    team2,   TEAM,       nowhere,  group-out-of-place
                    team,    TEAM,       company,  group-twice
                    team2,   COMPANY,    team2,    group-out-of-place
                    """)
    void groupsStandUnderHigherOnesOfWhichOneIsTheTop(
            String id, GroupLevel level, String above, String expected) {
        var decision =
                GroupTree.of(
                        List.of(
                                group("company", GroupLevel.COMPANY, null),
                                group("team", GroupLevel.TEAM, "company"),
                                group(id, level, above)));
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @Test
    void partsThatDoNotAddUpCannotBe() {
        TargetSplit split = Plans.digest();
        List<GroupTarget> short1 = split.targets().subList(0, split.targets().size() - 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetSplit(Plans.TREE, short1))
                .withMessageContaining("do not add up");
    }

    private static Money yuan(String amount) {
        return Money.parse(amount, Money.CNY);
    }
}
