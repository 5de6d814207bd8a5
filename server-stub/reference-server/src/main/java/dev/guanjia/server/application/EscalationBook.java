package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.server.application.EscalationLevel.Who;
import dev.guanjia.server.store.EscalationStore;
import dev.guanjia.server.store.EscalationStore.Acknowledged;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.workorder.escalation.Climb;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.escalation.LadderChoices;
import dev.guanjia.workorder.escalation.LadderChoices.Choice;
import dev.guanjia.workorder.escalation.Step;
import dev.guanjia.workorder.level.ServiceGoal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far complaints are up their ladders, and who answers for each level. */
@Component
class EscalationBook {

    private final OrderClocks clocks;
    private final CompanyTrees trees;
    private final Responsibilities responsibilities;
    private final EscalationStore store;
    private final LadderChoices choices = LadderChoices.shipped();

    EscalationBook(
            OrderClocks clocks,
            CompanyTrees trees,
            Responsibilities responsibilities,
            EscalationStore store) {
        this.clocks = clocks;
        this.trees = trees;
        this.responsibilities = responsibilities;
        this.store = store;
    }

    /** A complaint on its ladder. */
    record Standing(Choice choice, Climb climb, List<EscalationLevel> levels) {}

    /** Complaints as known at a moment, in the same order. */
    List<Standing> of(String tenant, List<OrderLife> lives, Instant asOf) {
        List<String> ids = lives.stream().map(life -> life.row().id()).toList();
        CompanyTree tree = trees.of(tenant);
        Read read =
                new Read(
                        clocks.of(tenant),
                        tree,
                        responsibilities.of(tenant, tree),
                        store.raised(tenant, ids),
                        store.acknowledged(tenant, ids),
                        asOf);
        return lives.stream().map(life -> read.standing(choices, life)).toList();
    }

    /** What was read of many complaints at once. */
    private record Read(
            OrderClocks.Book book,
            CompanyTree tree,
            Responsibility company,
            List<Escalation> raised,
            List<Acknowledged> seen,
            Instant asOf) {

        Standing standing(LadderChoices choices, OrderLife life) {
            LocalDate day = LocalDate.ofInstant(asOf, book.zone(life));
            HolderResolution posts = tree.resolution(day);
            Choice choice =
                    choices.of(
                            life.row().order().intake().reception(),
                            key -> !posts.posts(key).isEmpty());
            List<Escalation> own =
                    raised.stream().filter(one -> one.order().value().equals(id(life))).toList();
            Climb climb =
                    new Climb(choice.ladder(), book.clock(life, ServiceGoal.RESOLUTION, asOf), own);
            List<EscalationLevel> levels = new ArrayList<>();
            for (Step step : climb.steps(asOf)) {
                Who who = who(posts.posts(step.rung().post()), day);
                levels.add(
                        new EscalationLevel(id(life), choice.name(), step, who, seen(life, step)));
            }
            return new Standing(choice, climb, levels);
        }

        private Who who(List<PostKey> bearing, LocalDate day) {
            List<PostKey> posts = bearing.isEmpty() ? List.of(company.leader()) : bearing;
            return new Who(
                    posts,
                    posts.stream()
                            .flatMap(post -> company.on(post, day).staff().stream())
                            .distinct()
                            .toList());
        }

        private Optional<Acknowledged> seen(OrderLife life, Step step) {
            return seen.stream()
                    .filter(one -> one.orderId().equals(id(life)) && one.level() == step.level())
                    .filter(one -> !one.act().occurredAt().isAfter(asOf))
                    .findFirst();
        }

        private static String id(OrderLife life) {
            return life.row().id();
        }
    }
}
