package dev.guanjia.workorder.callback;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.STEWARD;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.Circumstances;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.CallBackPolicy.Subject;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever policy a company sets and whatever customers say, an order can be closed. */
class ClosingLawTest {

    private static final Set<WorkOrderAction> GIVING_UP =
            EnumSet.of(WorkOrderAction.CLOSE_ADMINISTRATIVELY, WorkOrderAction.CANCEL);
    private static final PostKey CS = new PostKey("CS_SUPERVISOR");

    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void closedStaysReachable(WorkOrderKind kind) {
        Set<Mode> tried = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            CallBackPolicies.load()
                    .set(policy(kind, mode))
                    .fold(set -> tried.add(mode), reasons -> false);
        }
        assertThat(tried).as("modes accepted").isNotEmpty();
        for (Mode mode : tried) {
            Map<Place, Set<Place>> ways = ways(kind, mode);
            assertThat(ways).hasSizeGreaterThan(5);
            Set<Place> closing = new HashSet<>();
            ways.keySet().stream().filter(Place::isClosed).forEach(closing::add);
            while (closing.addAll(before(ways, closing))) {
                assertThat(closing).isNotEmpty();
            }
            assertThat(ways.keySet())
                    .as("%s, called back %s", kind, mode)
                    .filteredOn(place -> place.state() != WorkOrderState.CANCELLED)
                    .allMatch(closing::contains);
        }
    }

    private static List<Place> before(Map<Place, Set<Place>> ways, Set<Place> closing) {
        return ways.entrySet().stream()
                .filter(way -> way.getValue().stream().anyMatch(closing::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where an order stands, and what matters of what its customer said. */
    private record Place(WorkOrderState state, boolean due, List<Result> last, boolean rated) {

        boolean isClosed() {
            return state == WorkOrderState.CLOSED;
        }
    }

    private record Matter(WorkOrder order, CallBackFile file, Mode mode) {

        Place place() {
            return new Place(order.state(), due(), file.latest().stream().toList(), rated());
        }

        /** As a sample that drew the order asks. */
        boolean due() {
            boolean required =
                    mode == Mode.ALWAYS
                            || mode == Mode.SAMPLE
                            || (mode == Mode.IF_UNRATED && !rated());
            CallBackFile judged =
                    new CallBackFile(order.id(), required, file.calls(), file.ratings());
            return !judged.isSettled();
        }

        boolean rated() {
            return order.handling().resolvedAt().filter(file::isRated).isPresent();
        }

        Stream<Matter> next() {
            Lifecycle life = Lifecycle.of(order.intake().kind());
            Stream<Matter> moved =
                    life.actions(order.state()).stream()
                            .filter(action -> !GIVING_UP.contains(action))
                            .flatMap(action -> moved(life, action));
            return Stream.concat(
                    moved, Stream.of(Result.SATISFIED, Result.UNSATISFIED).flatMap(this::rate));
        }

        private Stream<Matter> moved(Lifecycle life, WorkOrderAction action) {
            Transition row = life.find(order.state(), action).orElseThrow();
            boolean works = action.has(ActionEffect.WORKS) || !row.byAssignee().isEmpty();
            StaffId by = works ? STEWARD : ASSISTANT;
            var at = order.handling().lastEventAt().plusSeconds(60);
            WorkOrderCommand command =
                    new WorkOrderCommand(
                            action,
                            act(by, row.posts().get(0).value(), at, "why"),
                            action.has(ActionEffect.ASSIGNS) ? STEWARD : null);
            Circumstances known =
                    new Circumstances(
                            Set.of(),
                            Set.of(),
                            List.of(),
                            order.handling().outcome() == WorkOrderOutcome.HANDLED && due());
            return order.decide(command, life, known)
                    .fold(
                            event ->
                                    Stream.of(
                                            new Matter(
                                                    event.applyTo(order),
                                                    said(action, command),
                                                    mode)),
                            reasons -> Stream.empty());
        }

        private CallBackFile said(WorkOrderAction action, WorkOrderCommand command) {
            if (!action.has(ActionEffect.CALLS_BACK)) {
                return file;
            }
            Result result =
                    action == WorkOrderAction.CALL_BACK_SATISFIED
                            ? Result.SATISFIED
                            : Result.UNSATISFIED;
            CallBack call =
                    new CallBack(
                            CallBack.Way.PHONE,
                            command.act().actor(),
                            command.act().occurredAt(),
                            result,
                            why(result));
            return accepted(file.enter(call, RECEIVED));
        }

        private Stream<Matter> rate(Result result) {
            Rating rating =
                    new Rating(
                            act(ASSISTANT, "CS_ASSISTANT", RECEIVED, null).actor(),
                            order.handling().lastEventAt(),
                            result,
                            why(result));
            return file.rate(
                            rating,
                            order.intake().kind(),
                            order.handling().resolvedAt().orElse(null),
                            List.of(STEWARD))
                    .fold(
                            rated -> Stream.of(new Matter(order, rated, mode)),
                            reasons -> Stream.empty());
        }

        private static List<String> why(Result result) {
            return result == Result.UNSATISFIED ? List.of("LATE") : List.of();
        }
    }

    /** Every place that an order of the kind comes to, and what each leads to. */
    private static Map<Place, Set<Place>> ways(WorkOrderKind kind, Mode mode) {
        Matter first =
                new Matter(
                        received(kind, new Due.Unlimited()),
                        new CallBackFile(new WorkOrderId("wo_1"), false, List.of()),
                        mode);
        Map<Place, Set<Place>> ways = new LinkedHashMap<>(Map.of(first.place(), new HashSet<>()));
        Deque<Matter> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Matter at = open.remove();
            at.next()
                    .forEach(
                            next -> {
                                ways.get(at.place()).add(next.place());
                                if (ways.putIfAbsent(next.place(), new HashSet<>()) == null) {
                                    open.add(next);
                                }
                            });
        }
        return ways;
    }

    private static CallBackPolicy policy(WorkOrderKind kind, Mode mode) {
        return new CallBackPolicy(
                "OWN-1",
                new Label("本公司", "Own"),
                new Subject(kind, null),
                new CallBackRule(mode, mode == Mode.NONE ? Rational.ZERO : Rational.ONE),
                new Callers(List.of(CS), false),
                LocalDate.of(2026, 1, 1),
                "Decision 7");
    }
}
