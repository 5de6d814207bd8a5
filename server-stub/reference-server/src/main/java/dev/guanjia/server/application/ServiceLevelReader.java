package dev.guanjia.server.application;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.property.Community;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.level.Countdown;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.DueOrigin;
import dev.guanjia.workorder.level.Explanation;
import dev.guanjia.workorder.level.LimitJudge;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceHours;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.level.Spent;
import dev.guanjia.workorder.level.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows when matters are due, why then, and how orders stand to their limits. */
@Service
public class ServiceLevelReader {

    private final OrderHistoryStore orders;
    private final OrderClocks clocks;
    private final ServiceLevelStore levels;
    private final ServiceTimes times;
    private final Places places;
    private final CompanyDays days;
    private final Snapshot snapshot;
    private final Clock clock;

    ServiceLevelReader(
            OrderHistoryStore orders,
            OrderClocks clocks,
            ServiceLevelStore levels,
            ServiceTimes times,
            Places places,
            CompanyDays days,
            Snapshot snapshot,
            Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.levels = levels;
        this.times = times;
        this.places = places;
        this.days = days;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * How an order stands to one limit.
     *
     * @param promise what was promised
     * @param standing how it stands
     * @param reachedAt when the goal was reached; empty while it is not
     * @param spent where the time went; empty without a clock
     * @param pauses when the clock stood still
     */
    public record Stand(
            ServicePromise promise,
            Standing standing,
            Optional<Instant> reachedAt,
            Optional<Spent> spent,
            List<Pause> pauses) {}

    /**
     * How an order stands to all its limits.
     *
     * @param orderId the order
     * @param asOf the moment from which it is judged
     * @param zone whose days count
     * @param goals one per goal
     */
    public record Stands(String orderId, Instant asOf, ZoneId zone, List<Stand> goals) {}

    /**
     * A matter that might be received.
     *
     * @param matter what it is
     * @param communityId where
     * @param receivedAt when
     */
    public record Question(GivenMatter matter, String communityId, Instant receivedAt) {}

    /**
     * Reads how an order stands.
     *
     * @param caller who asks
     * @param id the order
     * @param asOf the moment from which it is judged; empty for now
     * @param language the reader's
     * @return its limits
     */
    public Stands get(Caller caller, String id, Optional<OffsetDateTime> asOf, Language language) {
        Instant at = days.instant(asOf);
        return snapshot.read(
                () -> {
                    OrderLife life =
                            orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
                    OrderClocks.Book book = clocks.of(caller.tenant());
                    ZoneId zone = book.zone(life);
                    List<Stand> goals =
                            Arrays.stream(ServiceGoal.values())
                                    .map(goal -> book.clock(life, goal, at))
                                    .map(one -> stand(one, zone, at, language))
                                    .toList();
                    return new Stands(id, at, zone, goals);
                });
    }

    private static Stand stand(OrderClock one, ZoneId zone, Instant at, Language language) {
        Standing standing = Refused.unlessAccepted(one.standing(at));
        Optional<LimitJudge> judge = Optional.ofNullable(one.judge());
        String explanation =
                judge.map(of -> Explanation.of(of.countdown(), of.clock(), language))
                        .orElseGet(() -> Explanation.of(one.dueAt().orElse(null), zone, language));
        ServicePromise promise =
                new ServicePromise(
                        one.goal(),
                        one.origin(),
                        judge.map(of -> of.countdown().level()),
                        one.dueAt(),
                        explanation,
                        judge.map(of -> steps(of.countdown(), of.clock(), at)).orElse(List.of()),
                        unknown(one.due()));
        return new Stand(
                promise,
                standing,
                one.history().reached(one.goal()).filter(reached -> !reached.isAfter(at)),
                judge.flatMap(of -> of.countdown().spent(of.clock(), at)),
                judge.map(of -> of.countdown().pauses()).orElseGet(() -> one.history().pauses()));
    }

    /** To the due time; while there is none, up to now, or as far as it is known what counts. */
    private static List<DueTime.Step> steps(Countdown countdown, WorkingTime time, Instant at) {
        if (!time.knows(countdown.receivedAt())) {
            return List.of();
        }
        Instant known = time.knownUntil().isBefore(at) ? time.knownUntil() : at;
        return countdown.steps(time, countdown.dueAt(time).orElse(known));
    }

    private static Optional<Due.Unknown> unknown(Due due) {
        return due instanceof Due.Unknown lost ? Optional.of(lost) : Optional.empty();
    }

    /**
     * Answers when a matter would be due.
     *
     * @param caller who asks
     * @param question the matter
     * @param language the reader's
     * @return one promise per goal
     */
    public List<ServicePromise> preview(Caller caller, Question question, Language language) {
        Given given = new Given();
        Optional<Matter> matter = question.matter().read(given);
        Optional<Instant> at =
                new Moments(given, clock.instant()).any("/received_at", question.receivedAt());
        Optional<Community> community =
                places.community(given, caller.tenant(), question.communityId());
        given.end();
        ZoneId zone = community.orElseThrow().zone();
        Instant received = at.orElseThrow();
        ServiceLevels rows =
                new ServiceLevels(
                        levels.all(caller.tenant()).stream().map(LevelRow::level).toList());
        LocalDate day = LocalDate.ofInstant(received, zone);
        ServiceHours hours =
                times.of(caller.tenant()).hours(community.orElseThrow(), day, clock.instant());
        return Arrays.stream(ServiceGoal.values())
                .map(
                        goal ->
                                rows.start(matter.orElseThrow(), goal, received, zone)
                                        .map(started -> promise(started, hours, language))
                                        .orElseGet(() -> none(goal, zone, language)))
                .toList();
    }

    private static ServicePromise promise(
            Countdown started, ServiceHours hours, Language language) {
        WorkingTime time = hours.clock(started.level());
        return new ServicePromise(
                started.level().goal(),
                DueOrigin.SERVICE_LEVEL,
                Optional.of(started.level()),
                started.dueAt(time),
                Explanation.of(started, time, language),
                steps(started, time, started.receivedAt()),
                unknown(started.due(time)));
    }

    private static ServicePromise none(ServiceGoal goal, ZoneId zone, Language language) {
        return new ServicePromise(
                goal,
                DueOrigin.NONE,
                Optional.empty(),
                Optional.empty(),
                Explanation.of(null, zone, language),
                List.of(),
                Optional.empty());
    }
}
