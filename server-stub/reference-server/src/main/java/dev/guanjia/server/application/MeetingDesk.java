package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanTerms;
import dev.guanjia.plan.meeting.ActionItemId;
import dev.guanjia.plan.meeting.ActionProposal;
import dev.guanjia.plan.meeting.Meeting;
import dev.guanjia.plan.meeting.MeetingHead;
import dev.guanjia.plan.meeting.MeetingId;
import dev.guanjia.plan.meeting.MeetingKind;
import dev.guanjia.plan.meeting.MeetingRefusal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.application.PlanDesk.Step;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.MeetingStore;
import dev.guanjia.server.store.MeetingStore.MeetingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Calls meetings, takes them on, and enters what they decide. */
@Service
public class MeetingDesk {

    private final Planning planning;
    private final MeetingStore store;
    private final List<MeetingKind> kinds = MeetingKind.load();

    MeetingDesk(Planning planning, MeetingStore store) {
        this.planning = planning;
        this.store = store;
    }

    /**
     * What is said of a meeting.
     *
     * @param kind which class
     * @param subject what it is about
     * @param day when it is held
     * @param chair the post that leads it
     * @param recorder the post that takes the record
     */
    public record Draft(
            String kind, String subject, LocalDate day, String chair, String recorder) {}

    /**
     * What is decided.
     *
     * @param text what is to be done
     * @param owner the post that does it
     * @param node the last day in time
     * @param verifier the post that confirms it; null for none
     * @param at when it was decided
     */
    public record Matter(
            String text, String owner, LocalDate node, @Nullable String verifier, Instant at) {}

    /** The steps that take a meeting on. */
    private enum Progress {
        HOLD,
        CANCEL,
        ISSUE
    }

    /** What somebody wants to do with a meeting. */
    private interface Move {
        Decision<Meeting> decide(Meeting meeting, PlanTerms terms);
    }

    /**
     * Calls a meeting.
     *
     * @param caller the chair or the recorder
     * @param draft what is said of it
     * @return the meeting
     */
    public MeetingRow call(Caller caller, Draft draft) {
        String id = Ids.next("me");
        Breach attempt = new Breach("call-meeting", id);
        planning.admit(caller, attempt);
        MeetingHead head = head(id, draft);
        Meeting meeting = Refused.unlessAccepted(Meeting.call(head, planning.staffing(caller)));
        planning.requirePost(
                caller,
                List.of(head.chair(), head.recorder()),
                new Planning.Entitlement(MeetingRefusal.NOT_ENTITLED, "meeting", "CALL", attempt));
        store.add(caller.tenant(), meeting);
        planning.done(caller, attempt, id, Map.of("kind", head.kind().id()));
        return new MeetingRow(meeting, 0, 1);
    }

    private MeetingHead head(String id, Draft draft) {
        Given given = new Given();
        Optional<MeetingKind> kind =
                kinds.stream().filter(known -> known.id().equals(draft.kind())).findFirst();
        if (kind.isEmpty()) {
            given.unknown("/kind", draft.kind());
        }
        given.text("/subject", draft.subject());
        given.day("/held_on", draft.day());
        given.end();
        return new MeetingHead(
                new MeetingId(id),
                kind.orElseThrow(),
                draft.subject(),
                draft.day(),
                new PostKey(draft.chair()),
                new PostKey(draft.recorder()));
    }

    /**
     * Holds or cancels a meeting, or issues its minutes.
     *
     * @param caller the chair or the recorder
     * @param seen which meeting
     * @param step the step
     * @return the meeting afterwards
     */
    public MeetingRow transition(Caller caller, Seen seen, Step step) {
        Breach attempt = new Breach("transition-meeting", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Progress> progress = given.known("/action", step.action(), Progress.class);
        Optional<Act> act = planning.act(caller, given, step.at(), step.note());
        given.end();
        Act done = act.orElseThrow();
        return move(
                caller,
                seen,
                attempt,
                (meeting, terms) ->
                        switch (progress.orElseThrow()) {
                            case HOLD -> meeting.hold(done, terms.staffing());
                            case CANCEL -> meeting.cancel(done, terms.staffing());
                            case ISSUE -> meeting.issue(done, terms.staffing());
                        });
    }

    /**
     * Enters what a meeting decides.
     *
     * @param caller the chair or the recorder
     * @param seen which meeting
     * @param matter what is decided
     * @return the meeting afterwards
     */
    public MeetingRow decide(Caller caller, Seen seen, Matter matter) {
        Breach attempt = new Breach("decide-in-meeting", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        given.text("/text", matter.text());
        Optional<LocalDate> node = given.day("/node_on", matter.node());
        Optional<Act> act = planning.act(caller, given, matter.at(), null);
        given.end();
        ActionProposal proposal =
                new ActionProposal(
                        new ActionItemId(Ids.next("ai")),
                        matter.text(),
                        Optional.of(new PostKey(matter.owner())),
                        node,
                        Optional.ofNullable(matter.verifier()).map(PostKey::new));
        return move(
                caller,
                seen,
                attempt,
                (meeting, terms) -> meeting.decide(proposal, act.orElseThrow(), terms));
    }

    private MeetingRow move(Caller caller, Seen seen, Breach attempt, Move move) {
        MeetingRow before =
                store.lock(caller.tenant(), seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        PlanTerms terms = planning.terms(caller);
        Meeting after = Ruling.unlessRefused(move.decide(before.meeting(), terms), attempt);
        store.step(caller.tenant(), after, planning.now());
        planning.done(caller, attempt, seen.id(), Map.of("state", after.state().name()));
        return new MeetingRow(after, before.seq(), before.version() + 1);
    }
}
