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
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Random lives, each step legal: what the history of an order keeps. */
class HistoryProperties {

    private static final StaffId WORKER = new StaffId("sf_worker");
    private static final StaffId OTHER = new StaffId("sf_other");

    /** As many long lives as short ones, of which few are given up early. */
    @Provide
    Arbitrary<List<Integer>> lives() {
        RandomDistribution even = RandomDistribution.uniform();
        return Arbitraries.integers()
                .between(0, 999)
                .withDistribution(even)
                .list()
                .ofMaxSize(40)
                .withSizeDistribution(even);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void replayingTheHistoryGivesTheSameOrderAndNothingIsForgotten(
            @ForAll WorkOrderKind kind, @ForAll("lives") List<Integer> picks) {
        History history = new History(received(kind, new Due.Unlimited()), List.of());
        List<WorkOrder> built = new ArrayList<>(List.of(history.received()));
        boolean reopened = false;
        for (int pick : picks) {
            History before = history;
            WorkOrder from = history.order();
            history = step(history, pick).fold(longer -> longer, reasons -> before);
            if (history.version() > before.version()) {
                built.add(built(built.get(built.size() - 1), before, pick));
            }
            reopened |=
                    from.handling().outcome().equals(WorkOrderOutcome.HANDLED)
                            && history.order().handling().outcome().equals(WorkOrderOutcome.OPEN);
            assertThat(history.events().subList(0, before.events().size()))
                    .isEqualTo(before.events());
            assertThat(at(history.order())).isAfterOrEqualTo(at(from));
            assertThat(Lifecycle.of(kind).contains(history.order().state())).isTrue();
            assertThat(history.version()).isEqualTo(history.events().size() + 1);
        }
        assertThat(history.order())
                .as("replayed from the events")
                .isEqualTo(built.get(built.size() - 1));
        whatWasKnownThenIsWhatStoodThen(history, built);
        itIsHeldForASeveritySinceItFirstWas(history, built);
        pausesAreWhenItStoodPutOff(history, built);
        covers("reopened", reopened, 3);
        covers("put off", !history.pauses().isEmpty(), 12);
        covers("held for another severity", isReclassed(history), 30);
    }

    private static void covers(String what, boolean happened, int percent) {
        Statistics.label(what)
                .collect(happened)
                .coverage(lives -> lives.check(true).percentage(part -> part > percent));
    }

    private static boolean isReclassed(History history) {
        return history.events().stream().anyMatch(WorkOrderEvent.Reclassed.class::isInstance);
    }

    private static void whatWasKnownThenIsWhatStoodThen(History history, List<WorkOrder> built) {
        for (WorkOrder order : built) {
            for (Instant asOf : List.of(at(order), at(order).minusNanos(1))) {
                WorkOrder stood =
                        built.stream()
                                .filter(then -> !at(then).isAfter(asOf))
                                .reduce(built.get(0), (earlier, later) -> later);
                assertThat(history.until(asOf).order()).isEqualTo(stood);
            }
        }
        assertThat(history.until(Instant.MAX)).isEqualTo(history);
    }

    private static void itIsHeldForASeveritySinceItFirstWas(
            History history, List<WorkOrder> built) {
        for (Severity least : Severity.values()) {
            assertThat(history.heldFor(least))
                    .isEqualTo(
                            built.stream()
                                    .filter(order -> isHeldFor(order, least))
                                    .map(HistoryProperties::at)
                                    .findFirst());
        }
    }

    private static boolean isHeldFor(WorkOrder order, Severity least) {
        return order.intake().triage().severity().compareTo(least) >= 0;
    }

    private static Instant at(WorkOrder order) {
        return order.handling().lastEventAt();
    }

    /** The order as it is without a history: each decision folded into the order at once. */
    private static WorkOrder built(WorkOrder order, History before, int pick) {
        if (judges(pick)) {
            return accepted(order.reclass(severity(pick), judging(order, pick))).applyTo(order);
        }
        Circumstances known = new Circumstances(before.workers(), Set.of(), List.of(), false);
        Lifecycle life = Lifecycle.of(order.intake().kind());
        return accepted(order.decide(command(before, pick), life, known)).applyTo(order);
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

    /** A pause begins and ends where the order does; to be judged anew does not end it. */
    private static void pausesAreWhenItStoodPutOff(History history, List<WorkOrder> built) {
        Duration stood = Duration.ZERO;
        for (int i = 1; i < built.size(); i++) {
            if (built.get(i - 1).state().name().startsWith("SUSPENDED")) {
                stood = stood.plus(Duration.between(at(built.get(i - 1)), at(built.get(i))));
            }
        }
        Instant last = RECEIVED;
        Duration paused = Duration.ZERO;
        for (Pause pause : history.pauses()) {
            assertThat(pause.from()).isAfterOrEqualTo(last);
            assertThat(pause.reason()).isEqualTo("why");
            last = pause.to() == null ? at(history.order()) : pause.to();
            paused = paused.plus(Duration.between(pause.from(), last));
        }
        assertThat(paused).isEqualTo(stood);
    }

    private static Decision<History> step(History history, int pick) {
        if (judges(pick)) {
            WorkOrder order = history.order();
            return order.reclass(severity(pick), judging(order, pick))
                    .fold(event -> Decision.accept(history.with(event)), Decision::refuse);
        }
        Lifecycle life = Lifecycle.of(history.order().intake().kind());
        if (life.actions(history.order().state()).isEmpty()) {
            return Decision.accept(history);
        }
        return history.decide(
                history.version(), command(history, pick), life, Circumstances.none());
    }

    /** One pick in six judges the order anew; the rest take a step. */
    private static boolean judges(int pick) {
        return pick % 6 == 5;
    }

    private static Severity severity(int pick) {
        return Severity.values()[pick / 6 % Severity.values().length];
    }

    private static Act judging(WorkOrder order, int pick) {
        return act(OTHER, "CS_SUPERVISOR", at(order).plusSeconds(pick), "why");
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
