package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Random lives, each step legal: what the history of an order keeps. */
class HistoryProperties {

    private static final StaffId WORKER = new StaffId("sf_worker");
    private static final StaffId OTHER = new StaffId("sf_other");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void replayingTheHistoryGivesTheSameOrderAndNothingIsForgotten(
            @ForAll WorkOrderKind kind,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 999) Integer> picks) {
        History history = new History(received(kind, new Due.Unlimited()), List.of());
        WorkOrder built = history.received();
        boolean reopened = false;
        for (int pick : picks) {
            History before = history;
            WorkOrder from = history.order();
            Decision<History> next = step(history, pick);
            history = next.fold(longer -> longer, reasons -> before);
            if (history.version() > before.version()) {
                built = built(built, command(before, pick), before.workers());
            }
            reopened |=
                    from.handling().outcome().equals(WorkOrderOutcome.HANDLED)
                            && history.order().handling().outcome().equals(WorkOrderOutcome.OPEN);
            assertThat(history.events().subList(0, before.events().size()))
                    .isEqualTo(before.events());
            assertThat(history.order().handling().lastEventAt())
                    .isAfterOrEqualTo(from.handling().lastEventAt());
            assertThat(Lifecycle.of(kind).contains(history.order().state())).isTrue();
            assertThat(history.version()).isEqualTo(history.events().size() + 1);
        }
        assertThat(history.order()).as("replayed from the events").isEqualTo(built);
        pausesAreStretchesOfTheLife(history);
        Statistics.label("reopened")
                .collect(reopened)
                .coverage(lives -> lives.check(true).percentage(part -> part > 2));
    }

    /** The order as it is without a history: each decision folded into the order at once. */
    private static WorkOrder built(WorkOrder order, WorkOrderCommand command, Set<StaffId> hands) {
        Circumstances known = new Circumstances(hands, Set.of(), List.of(), false);
        Lifecycle life = Lifecycle.of(order.intake().kind());
        return accepted(order.decide(command, life, known)).applyTo(order);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void ofTwoWhoSawTheSameTheFirstWins(
            @ForAll WorkOrderKind kind,
            @ForAll @Size(max = 15) List<@IntRange(min = 0, max = 999) Integer> picks,
            @ForAll @IntRange(min = 0, max = 999) int first,
            @ForAll @IntRange(min = 0, max = 999) int second) {
        History seen = new History(received(kind, new Due.Unlimited()), List.of());
        for (int pick : picks) {
            History before = seen;
            seen = step(seen, pick).fold(longer -> longer, reasons -> before);
        }
        History both = seen;
        History won = step(seen, first).fold(longer -> longer, reasons -> both);
        if (won.equals(seen)) {
            return;
        }
        Decision<History> late =
                won.decide(
                        seen.version(),
                        command(seen, second),
                        Lifecycle.of(kind),
                        Circumstances.none());
        assertThat(refused(late)).containsExactly(WorkOrderRefusal.VERSION_STALE);
    }

    private static void pausesAreStretchesOfTheLife(History history) {
        Instant last = RECEIVED;
        Duration paused = Duration.ZERO;
        Instant end = history.order().handling().lastEventAt();
        for (Pause pause : history.pauses()) {
            assertThat(pause.from()).isAfterOrEqualTo(last);
            assertThat(pause.reason()).isEqualTo("why");
            last = pause.to() == null ? end : pause.to();
            paused = paused.plus(Duration.between(pause.from(), last));
        }
        assertThat(paused).isLessThanOrEqualTo(Duration.between(RECEIVED, end));
        assertThat(
                        history.events().stream()
                                .map(WorkOrderEvent.Moved.class::cast)
                                .filter(move -> move.has(ActionEffect.PAUSES)))
                .hasSameSizeAs(history.pauses());
    }

    private static Decision<History> step(History history, int pick) {
        Lifecycle life = Lifecycle.of(history.order().intake().kind());
        if (life.actions(history.order().state()).isEmpty()) {
            return Decision.accept(history);
        }
        return history.decide(
                history.version(), command(history, pick), life, Circumstances.none());
    }

    private static WorkOrderCommand command(History history, int pick) {
        WorkOrder order = history.order();
        Lifecycle life = Lifecycle.of(order.intake().kind());
        List<WorkOrderAction> legal =
                life.actions(order.state()).stream()
                        .filter(action -> pick < 50 || !action.name().startsWith("CANCEL"))
                        .filter(action -> pick < 50 || !action.name().endsWith("IVELY"))
                        .toList();
        WorkOrderAction action =
                legal.isEmpty() ? WorkOrderAction.CLOSE : legal.get(pick % legal.size());
        String post =
                life.find(order.state(), action)
                        .map(row -> row.posts().get(pick % row.posts().size()).value())
                        .orElse("STOREKEEPER");
        boolean bound =
                life.find(order.state(), action)
                        .filter(row -> row.byAssignee().contains(new PostKey(post)))
                        .isPresent();
        boolean works = bound || action.has(ActionEffect.WORKS) || pick % 11 == 0;
        Instant at = order.handling().lastEventAt().plusSeconds(pick);
        return new WorkOrderCommand(
                action,
                act(works ? WORKER : OTHER, post, at, "why"),
                action.has(ActionEffect.ASSIGNS) ? WORKER : null);
    }
}
