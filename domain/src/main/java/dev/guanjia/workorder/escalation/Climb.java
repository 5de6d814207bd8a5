package dev.guanjia.workorder.escalation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.escalation.EscalationLadder.Rung;
import dev.guanjia.workorder.escalation.Step.Cause;
import dev.guanjia.workorder.escalation.Step.Told;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a complaint is up its ladder: a level hears of it at once when it is held for as grave as
 * its row says, when somebody raises it that far, or when its limit is missed and the superiors of
 * the company's own rows are told, level by level; whatever is earliest. Source: 03 P-COMPLAINT
 * rules 2 and 5; 05 S09.
 *
 * @param ladder the ladder it climbs
 * @param clock of its resolution, as known at the instant of judgement
 * @param raised by whom it was raised how far, oldest first
 */
public record Climb(EscalationLadder ladder, OrderClock clock, List<Escalation> raised) {

    /** Copies. */
    public Climb {
        raised = List.copyOf(raised);
    }

    /**
     * Every rung.
     *
     * @param asOf the instant of judgement
     * @return level one first
     */
    public List<Step> steps(Instant asOf) {
        List<Step> steps = new ArrayList<>();
        for (Rung rung : ladder.rungs()) {
            int level = steps.size() + 1;
            Told told = told(level, rung, asOf);
            steps.add(new Step(level, rung, told, told != null && isDue(told, asOf)));
        }
        return steps;
    }

    /**
     * Raises the complaint by hand.
     *
     * @param act who, when and why
     * @return the level it comes to; or refused with {@code COMPLAINT_OVER}, or as {@link
     *     EscalationLadder#raise}
     */
    public Decision<Escalation> raise(Act act) {
        WorkOrder order = history().order();
        if (order.handling().outcome() != WorkOrderOutcome.OPEN) {
            Refusal over =
                    EscalationRefusal.COMPLAINT_OVER.because(
                            "order", order.id().value(), "state", order.state().name());
            return Decision.refuse(List.of(over));
        }
        Severity severity = order.intake().triage().severity();
        return ladder.raise(before(act), order.id(), severity, act);
    }

    /** The highest level that has heard of it. */
    private @Nullable Escalation before(Act act) {
        return steps(act.occurredAt()).stream()
                .filter(Step::due)
                .reduce((lower, higher) -> higher)
                .map(step -> before(step, act))
                .orElse(null);
    }

    private Escalation before(Step step, Act act) {
        Told told = step.told();
        Instant at = told == null ? act.occurredAt() : told.at();
        return new Escalation(
                history().order().id(),
                gravest(),
                step.level(),
                step.rung().post(),
                new Act(act.actor(), at, null));
    }

    private Severity gravest() {
        return Stream.of(Severity.values())
                .filter(severity -> history().heldFor(severity).isPresent())
                .reduce((milder, graver) -> graver)
                .orElse(history().order().intake().triage().severity());
    }

    private @Nullable Told told(int level, Rung rung, Instant asOf) {
        Stream<Told> atOnce =
                Optional.ofNullable(rung.atOnceFor()).flatMap(history()::heldFor).stream()
                        .map(at -> new Told(Cause.AT_ONCE, at, null));
        Stream<Told> byHand =
                raised.stream()
                        .filter(one -> one.level() == level)
                        .filter(one -> !one.act().occurredAt().isAfter(asOf))
                        .map(one -> one.act())
                        .map(act -> new Told(Cause.RAISED, act.occurredAt(), act.note()));
        Stream<Told> missed =
                clock.breachAt(level - 1).stream().map(at -> new Told(Cause.BREACH, at, null));
        return Stream.of(atOnce, byHand, missed)
                .flatMap(some -> some)
                .min(Comparator.comparing(Told::at))
                .orElse(null);
    }

    /** A limit is kept to its last instant. */
    private static boolean isDue(Told told, Instant asOf) {
        return told.cause() == Cause.BREACH ? told.at().isBefore(asOf) : !told.at().isAfter(asOf);
    }

    private History history() {
        return clock.history();
    }
}
