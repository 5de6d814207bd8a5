package dev.guanjia.billing.collection;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TargetSplitProperties {

    /** Two projects with their teams, what each list says, and the goal. */
    record Random(List<List<Long>> projects, Rational rate) {

        GroupTree tree() {
            List<CollectionGroup> groups = new ArrayList<>();
            groups.add(Plans.group("company", GroupLevel.COMPANY, null));
            for (int i = 0; i < projects.size(); i++) {
                groups.add(Plans.group("p" + i, GroupLevel.PROJECT, "company"));
                for (int j = 0; j < projects.get(i).size(); j++) {
                    groups.add(Plans.group(team(i, j), GroupLevel.TEAM, "p" + i));
                }
            }
            return new GroupTree(groups);
        }

        List<ListedArrears> lists() {
            List<ListedArrears> rows = new ArrayList<>();
            for (int i = 0; i < projects.size(); i++) {
                for (int j = 0; j < projects.get(i).size(); j++) {
                    rows.add(Plans.row(team(i, j), Plans.POWER, projects.get(i).get(j)));
                }
            }
            return rows;
        }

        private static String team(int project, int team) {
            return "p" + project + "t" + team;
        }
    }

    @Provide
    Arbitrary<Random> plans() {
        Arbitrary<List<Long>> teams =
                Arbitraries.longs().between(0, 100_000).list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Rational> rates =
                Arbitraries.longs().between(1, 1_000).map(n -> Rational.of(n, 1_000));
        return Combinators.combine(teams.list().ofMinSize(1).ofMaxSize(4), rates).as(Random::new);
    }

    @Property
    void everyLevelAddsUpToTheTargetAndNobodyCollectsMoreThanIsOwed(@ForAll("plans") Random plan) {
        FeeItemId item = Plans.POWER;
        TargetSplit split =
                accepted(
                        TargetSplit.of(
                                plan.tree(),
                                plan.lists(),
                                List.of(new CollectionGoal(item, plan.rate()))));
        Money whole = split.target(Plans.id("company"), item).orElseThrow().target();
        for (GroupLevel level : List.of(GroupLevel.PROJECT, GroupLevel.TEAM)) {
            assertThat(sum(split, level)).isEqualTo(whole);
        }
        Money due = split.target(Plans.id("company"), item).orElseThrow().due();
        Rational exact = due.toRational().times(plan.rate());
        assertThat(whole.toRational()).isGreaterThanOrEqualTo(exact);
        assertThat(whole.toRational().minus(exact)).isLessThan(Rational.of(1, 100));
    }

    private static Money sum(TargetSplit split, GroupLevel level) {
        return split.tree().groups().stream()
                .filter(group -> group.level() == level)
                .map(group -> split.target(group.id(), Plans.POWER).orElseThrow().target())
                .reduce(Money.fen(0), Money::plus);
    }
}
