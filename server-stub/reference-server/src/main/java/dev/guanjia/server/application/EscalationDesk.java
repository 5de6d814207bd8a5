package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.EscalationBook.Standing;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EscalationStore;
import dev.guanjia.server.store.EscalationStore.Acknowledged;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.escalation.EscalationRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Raises complaints, and keeps who knows of them. */
@Service
public class EscalationDesk {

    private final Permissions permissions;
    private final WorkOrderStore orders;
    private final Complaints complaints;
    private final EscalationBook book;
    private final EscalationStore store;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    EscalationDesk(
            Permissions permissions,
            WorkOrderStore orders,
            Complaints complaints,
            EscalationBook book,
            EscalationStore store,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.orders = orders;
        this.complaints = complaints;
        this.book = book;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody said, and when.
     *
     * @param at when
     * @param text what; null for nothing
     */
    public record Word(Instant at, @Nullable String text) {}

    /**
     * Raises a complaint.
     *
     * @param caller who asks
     * @param id the complaint
     * @param word why
     * @return the level that it comes to
     */
    public EscalationLevel raise(Caller caller, String id, Word word) {
        permissions.require(caller, "raise-complaint", id);
        OrderLife life = lock(caller, id);
        Act act = act(caller, word, "/occurred_at", "/reason");
        Standing standing = standing(caller, life, clock.instant());
        Escalation raised = Refused.unlessAccepted(standing.climb().raise(act));
        store.raise(caller.tenant(), raised, clock.instant());
        Map<String, String> facts =
                Map.of(
                        "level", String.valueOf(raised.level()),
                        "post", raised.post().value());
        audit.accepted(caller, "raise-complaint", id, facts);
        return standing(caller, life, clock.instant()).levels().get(raised.level() - 1);
    }

    /**
     * Keeps that somebody knows of a complaint.
     *
     * @param caller who knows
     * @param id the complaint
     * @param number the level that they answer for
     * @param word what they say to it
     * @return the level
     */
    public EscalationLevel acknowledge(Caller caller, String id, int number, Word word) {
        Breach attempt = new Breach("acknowledge-escalation", id);
        permissions.require(caller, attempt.command(), id);
        OrderLife life = lock(caller, id);
        List<EscalationLevel> levels = standing(caller, life, clock.instant()).levels();
        if (number > levels.size()) {
            throw Fault.notFound(String.valueOf(number));
        }
        EscalationLevel level = levels.get(number - 1);
        Act act = act(caller, word, "/acknowledged_at", "/note");
        Ruling.unlessRefused(
                level.step()
                        .acknowledge(act.actor().staff(), level.who().staff(), act.occurredAt()),
                attempt);
        requireNew(level);
        Acknowledged seen = new Acknowledged(id, number, act);
        store.acknowledge(caller.tenant(), seen, clock.instant());
        audit.accepted(caller, attempt.command(), id, Map.of("level", String.valueOf(number)));
        return new EscalationLevel(
                id, level.ladder(), level.step(), level.who(), Optional.of(seen));
    }

    private static void requireNew(EscalationLevel level) {
        level.seen()
                .ifPresent(
                        seen -> {
                            throw Refused.because(
                                    List.of(
                                            EscalationRefusal.ACKNOWLEDGED.because(
                                                    "level", String.valueOf(seen.level()),
                                                    "at", seen.act().occurredAt().toString())));
                        });
    }

    private Standing standing(Caller caller, OrderLife life, Instant now) {
        return book.of(caller.tenant(), List.of(life), now).get(0);
    }

    private OrderLife lock(Caller caller, String id) {
        orders.lock(caller.tenant(), id);
        return complaints.find(caller, id);
    }

    private Act act(Caller caller, Word word, String when, String what) {
        Given given = new Given();
        Optional<Instant> at = new Moments(given, clock.instant()).past(when, word.at());
        if (word.text() != null) {
            given.text(what, word.text());
        }
        given.end();
        return new Act(rules.actor(caller), at.orElseThrow(), word.text());
    }
}
