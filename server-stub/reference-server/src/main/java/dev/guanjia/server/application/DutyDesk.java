package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.Evidence;
import dev.guanjia.organisation.Actor;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DutyStore;
import dev.guanjia.server.store.DutyStore.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes note that duties were done, and well done. */
@Service
public class DutyDesk {

    private final Permissions permissions;
    private final DutyBook book;
    private final DutyStore store;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    DutyDesk(
            Permissions permissions,
            DutyBook book,
            DutyStore store,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A record that is shown.
     *
     * @param record which
     * @param reference where it is kept
     */
    public record Proof(String record, String reference) {}

    /**
     * What an approver says.
     *
     * @param at when
     * @param outcome {@link Outcome}
     * @param note what is to be done better; null when nothing is
     */
    public record Review(Instant at, String outcome, @Nullable String note) {}

    /** What an approver can say. */
    public enum Outcome {
        /** It is well done. */
        CONFIRMED,
        /** It is to be done again. */
        RETURNED
    }

    /** What somebody wants to do with a record. */
    private interface Move {
        Decision<DutyRecord> decide(DutyRecord record, Actor actor, CompanyCalendar calendar);
    }

    /**
     * Takes note of a performance.
     *
     * @param caller who did it
     * @param id the occurrence
     * @param performedAt when
     * @param proofs what proves it
     * @return the occurrence afterwards
     */
    public DutyView perform(Caller caller, String id, Instant performedAt, List<Proof> proofs) {
        permissions.require(caller, "perform-duty", id);
        Given given = new Given();
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/performed_at", performedAt);
        for (int i = 0; i < proofs.size(); i++) {
            given.text("/evidence/" + i + "/record", proofs.get(i).record());
            given.text("/evidence/" + i + "/reference", proofs.get(i).reference());
        }
        given.end();
        List<Evidence> evidence =
                proofs.stream()
                        .map(proof -> new Evidence(proof.record(), proof.reference()))
                        .toList();
        return move(
                caller,
                new Breach("perform-duty", id),
                (record, actor, calendar) ->
                        record.perform(
                                actor, at.orElseThrow(), evidence, calendar.responsibility()));
    }

    /**
     * Takes note of what the approver says.
     *
     * @param caller the approver
     * @param id the occurrence
     * @param review what they say
     * @return the occurrence afterwards
     */
    public DutyView confirm(Caller caller, String id, Review review) {
        permissions.require(caller, "confirm-duty", id);
        Given given = new Given();
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/confirmed_at", review.at());
        Optional<Outcome> outcome = given.known("/outcome", review.outcome(), Outcome.class);
        String note = note(given, review.note());
        given.end();
        boolean confirmed = outcome.orElseThrow() == Outcome.CONFIRMED;
        Instant when = at.orElseThrow();
        return move(
                caller,
                new Breach("confirm-duty", id),
                (record, actor, calendar) ->
                        confirmed
                                ? record.confirm(actor, when, note, calendar.responsibility())
                                : record.giveBack(actor, when, note, calendar.responsibility()));
    }

    /**
     * Brings an overdue occurrence before the next superior.
     *
     * @param caller who is responsible, or somebody above
     * @param id the occurrence
     * @param escalatedAt when
     * @param said what is said about it; null for nothing
     * @return the occurrence afterwards
     */
    public DutyView escalate(Caller caller, String id, Instant escalatedAt, @Nullable String said) {
        permissions.require(caller, "escalate-duty", id);
        Given given = new Given();
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/escalated_at", escalatedAt);
        String note = note(given, said);
        given.end();
        return move(
                caller,
                new Breach("escalate-duty", id),
                (record, actor, calendar) ->
                        record.escalate(actor, at.orElseThrow(), note, calendar.responsibility()));
    }

    /**
     * Says that an occurrence need not be done.
     *
     * @param caller the approver or somebody above
     * @param id the occurrence
     * @param waivedAt when
     * @param reason why
     * @return the occurrence afterwards
     */
    public DutyView waive(Caller caller, String id, Instant waivedAt, String reason) {
        permissions.require(caller, "waive-duty", id);
        Given given = new Given();
        Optional<Instant> at = new Moments(given, clock.instant()).past("/waived_at", waivedAt);
        given.text("/reason", reason);
        given.end();
        return move(
                caller,
                new Breach("waive-duty", id),
                (record, actor, calendar) ->
                        record.waive(actor, at.orElseThrow(), reason, calendar.responsibility()));
    }

    private static String note(Given given, @Nullable String note) {
        if (note == null) {
            return "";
        }
        given.text("/note", note);
        return note;
    }

    private DutyView move(Caller caller, Breach attempt, Move move) {
        String id = attempt.subject();
        CompanyCalendar calendar = book.calendar(caller.tenant());
        DutyOccurrence due = book.find(calendar, id).orElseThrow(() -> Fault.notFound(id));
        Occurrence occurrence = new Occurrence(caller.tenant(), id, due.key());
        DutyRecord before = new DutyRecord(due, store.lock(occurrence));
        DutyRecord after =
                Ruling.unlessRefused(move.decide(before, rules.actor(caller), calendar), attempt);
        store.add(occurrence, after.events(), clock.instant());
        Map<String, String> facts =
                Map.of("occurrence", due.key().toString(), "state", after.state().name());
        audit.accepted(caller, attempt.command(), id, facts);
        return new DutyViews(calendar, clock.instant()).of(after);
    }
}
