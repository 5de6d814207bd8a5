package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.DueOrigin;
import dev.guanjia.workorder.level.LevelEvent;
import dev.guanjia.workorder.level.LevelState;
import dev.guanjia.workorder.level.LimitJudge;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.Standing;
import dev.guanjia.workorder.level.Timeliness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one order, wherever it comes from: a row of the company, an agreement, or nowhere.
 * Only a row has a clock that pauses stop; what was agreed with the customer stays agreed.
 *
 * @param history the order, as known when it is judged
 * @param goal which limit
 * @param judge judges the clock of a row; null without a row
 */
public record OrderClock(History history, ServiceGoal goal, @Nullable LimitJudge judge) {

    /**
     * Where the limit comes from.
     *
     * @return {@code GIVEN} for the resolution alone
     */
    public DueOrigin origin() {
        if (judge != null) {
            return DueOrigin.SERVICE_LEVEL;
        }
        return agreed().isPresent() ? DueOrigin.GIVEN : DueOrigin.NONE;
    }

    /**
     * The last instant in time, moved by the pauses so far.
     *
     * @return empty without a limit, while the clock stands still, and while it is unknown
     */
    public Optional<Instant> dueAt() {
        return judge == null ? agreed() : judge.countdown().dueAt(judge.clock());
    }

    /**
     * When it is due, as far as that can be said.
     *
     * @return what was agreed is not moved by pauses
     */
    public Due due() {
        if (judge != null) {
            return judge.countdown().due(judge.clock());
        }
        return agreed().<Due>map(Due.Given::new).orElseGet(Due.Unlimited::new);
    }

    /**
     * How the order stands to the limit.
     *
     * @param asOf the instant of judgement
     * @return as {@link LimitJudge#standing}
     */
    public Decision<Standing> standing(Instant asOf) {
        return judge == null ? Decision.accept(unjudged(asOf)) : judge.standing(asOf);
    }

    /**
     * What the limit has brought about.
     *
     * @param asOf the instant up to which it is asked
     * @return as {@link LimitJudge#events}; of an agreed limit its breach alone
     */
    public Decision<List<LevelEvent>> events(Instant asOf) {
        if (judge != null) {
            return judge.events(asOf);
        }
        Standing standing = unjudged(asOf);
        return Decision.accept(
                standing.state() == LevelState.BREACHED
                        ? List.of(new LevelEvent(LevelState.BREACHED, 0, standing.since()))
                        : List.of());
    }

    /**
     * When a superior would be told of the breach, as the pauses so far have it.
     *
     * @param level how far up: 0 for the breach itself
     * @return as {@link LimitJudge#breachAt}; of an agreed limit its breach alone
     */
    public Optional<Instant> breachAt(int level) {
        if (judge != null) {
            return judge.breachAt(level);
        }
        Instant ended = history.reached(goal).orElse(null);
        return agreed().filter(at -> level == 0 && (ended == null || ended.isAfter(at)));
    }

    private Standing unjudged(Instant asOf) {
        Instant receivedAt = history.received().intake().reception().receivedAt();
        Optional<Instant> due = agreed();
        if (due.isEmpty()) {
            return Standing.unlimited(receivedAt);
        }
        Instant ended = history.reached(goal).orElse(null);
        if (Timeliness.of(due.get(), ended, asOf) == Timeliness.OVERDUE) {
            return new Standing(LevelState.BREACHED, due.get());
        }
        return ended == null || ended.isAfter(asOf)
                ? new Standing(LevelState.IN_TIME, receivedAt)
                : new Standing(LevelState.MET, ended);
    }

    private Optional<Instant> agreed() {
        Due due = history.received().due();
        return goal == ServiceGoal.RESOLUTION && due instanceof Due.Given
                ? due.dueAt()
                : Optional.empty();
    }
}
