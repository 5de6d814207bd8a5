package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.plan.Staffing;
import dev.guanjia.plan.report.Report;
import dev.guanjia.plan.report.ReportAction;
import dev.guanjia.plan.report.ReportStep;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ReportStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes note that reports were handed in and read. */
@Service
public class ReportDesk {

    private final Planning planning;
    private final ReportBook book;
    private final ReportStore store;

    ReportDesk(Planning planning, ReportBook book, ReportStore store) {
        this.planning = planning;
        this.book = book;
        this.store = store;
    }

    /** What somebody wants to do with a report. */
    private interface Move {
        Decision<Report> decide(Report report, Staffing staffing);
    }

    /**
     * Hands a report in.
     *
     * @param caller who answers for the post that owes it
     * @param id which
     * @param at when
     * @param reference where it is kept
     * @return the report afterwards
     */
    public Report handIn(Caller caller, String id, Instant at, String reference) {
        Breach attempt = new Breach("hand-in-report", id);
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = new Moments(given, planning.now()).past("/handed_in_at", at);
        given.text("/reference", reference);
        given.end();
        return move(
                caller,
                attempt,
                (report, staffing) ->
                        report.handIn(
                                planning.actor(caller), when.orElseThrow(), reference, staffing));
    }

    /**
     * Says that a report was read.
     *
     * @param caller who answers for the superior
     * @param id which
     * @param at when
     * @param note what the reader says; null for nothing
     * @return the report afterwards
     */
    public Report read(Caller caller, String id, Instant at, @Nullable String note) {
        Breach attempt = new Breach("read-report", id);
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = new Moments(given, planning.now()).past("/read_at", at);
        if (note != null) {
            given.text("/note", note);
        }
        given.end();
        ReportStep step =
                new ReportStep(
                        ReportAction.READ,
                        planning.actor(caller),
                        when.orElseThrow(),
                        note == null ? "" : note);
        return move(caller, attempt, (report, staffing) -> report.read(step, staffing));
    }

    private Report move(Caller caller, Breach attempt, Move move) {
        String id = attempt.subject();
        Staffing staffing = planning.staffing(caller);
        Report owed =
                book.find(caller.tenant(), staffing, id).orElseThrow(() -> Fault.notFound(id));
        Report before = store.lock(caller.tenant(), id, owed.expected());
        Report after = Ruling.unlessRefused(move.decide(before, staffing), attempt);
        store.step(caller.tenant(), id, after, planning.now());
        planning.done(
                caller,
                attempt,
                id,
                Map.of(
                        "report", after.expected().key().toString(),
                        "state", after.state().name()));
        return after;
    }
}
