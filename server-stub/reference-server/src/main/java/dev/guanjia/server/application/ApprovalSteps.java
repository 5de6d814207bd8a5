package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.authority.Answer;
import dev.guanjia.organisation.authority.ApprovalAction;
import dev.guanjia.organisation.authority.ApprovalCase;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.ApprovalState;
import dev.guanjia.organisation.authority.ApprovalStep;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.Ballot;
import dev.guanjia.organisation.authority.Delegation;
import dev.guanjia.organisation.authority.Grounds;
import dev.guanjia.organisation.authority.StepDecision;
import dev.guanjia.organisation.authority.Verdict;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ApprovalReader.ApprovalView;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ApprovalEventStore;
import dev.guanjia.server.store.ApprovalEventStore.EventRow;
import dev.guanjia.server.store.ApprovalEventStore.Taken;
import dev.guanjia.server.store.ApprovalEventStore.When;
import dev.guanjia.server.store.ApprovalStore;
import dev.guanjia.server.store.ApprovalStore.ApprovalRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Steps of approvals, and requests taken back. */
@Service
public class ApprovalSteps {

    /** Under which name the trail keeps attempts to decide. */
    static final String DECIDE = "decide-approval";

    /** Under which name the trail keeps attempts to withdraw. */
    static final String WITHDRAW = "withdraw-approval";

    private final Clerk clerk;
    private final ApprovalRules rules;
    private final ApprovalBook book;
    private final ApprovalStore approvals;
    private final ApprovalEventStore events;
    private final ApprovalReader reader;
    private final ApprovalChains chains;
    private final Clock clock;

    ApprovalSteps(
            Clerk clerk,
            ApprovalRules rules,
            ApprovalBook book,
            ApprovalStore approvals,
            ApprovalEventStore events,
            ApprovalReader reader,
            ApprovalChains chains,
            Clock clock) {
        this.clerk = clerk;
        this.rules = rules;
        this.book = book;
        this.approvals = approvals;
        this.events = events;
        this.reader = reader;
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * A decision as it was given.
     *
     * @param verdict {@link Verdict}
     * @param stepId the step; null for the next that the caller may take
     * @param reason why; null if nothing was said
     */
    public record Word(String verdict, @Nullable String stepId, @Nullable String reason) {}

    /**
     * Takes a step.
     *
     * @param caller who decides
     * @param id the approval
     * @param ifMatch the version last seen
     * @param word what is decided
     * @return the approval after the step
     */
    public ApprovalView decide(Caller caller, String id, String ifMatch, Word word) {
        clerk.admit(caller, DECIDE, id);
        ApprovalRow row = lock(caller, id);
        Version.require(ifMatch, row.version());
        Verdict verdict = read(row, word);
        String reason = word.reason() == null ? "" : word.reason();
        Approvals deciding = rules.of(caller.tenant());
        ApprovalCase before = book.file(caller.tenant(), row).standing();
        When when = now();
        Seats seats = Seats.of(caller, caller.effectivePosts(), deciding, when.day());
        Seats.Asked asked = seats.ask(before);
        requireNext(asked.answer(), word.stepId());
        Ballot ballot = new Ballot(asked.actor(), verdict, reason, when.day(), when.at());
        Decision<ApprovalCase> decision = deciding.decide(before, ballot);
        ApprovalCase after = Ruling.unlessRefused(decision, new Breach(DECIDE, id));
        StepDecision taken = after.decisions().get(after.decisions().size() - 1);
        approvals.move(caller.tenant(), id, after.state());
        events.add(caller.tenant(), event(id, after.state(), taken, when));
        clerk.done(caller, DECIDE, id, facts(after, taken));
        return reader.get(caller, id);
    }

    /**
     * Takes a request back.
     *
     * @param caller who asked for it
     * @param id the approval
     * @param ifMatch the version last seen
     * @param reason why; null if nothing was said
     * @return the approval, withdrawn
     */
    public ApprovalView withdraw(
            Caller caller, String id, String ifMatch, @Nullable String reason) {
        clerk.admit(caller, WITHDRAW, id);
        ApprovalRow row = lock(caller, id);
        Version.require(ifMatch, row.version());
        Given given = new Given();
        Optional.ofNullable(reason).ifPresent(text -> given.text("/reason", text));
        given.end();
        ApprovalCase before = book.file(caller.tenant(), row).standing();
        Actor actor = clerk.actor(caller);
        ApprovalCase after =
                Ruling.unlessRefused(
                        rules.of(caller.tenant()).withdraw(before, actor.staff()),
                        new Breach(WITHDRAW, id));
        approvals.move(caller.tenant(), id, after.state());
        String said = reason == null ? "" : reason;
        EventRow event =
                new EventRow(
                        id, ApprovalAction.WITHDRAW.name(), actor, now(), said, Optional.empty());
        events.add(caller.tenant(), event);
        clerk.done(caller, WITHDRAW, id, Map.of("state", after.state().name()));
        return reader.get(caller, id);
    }

    private ApprovalRow lock(Caller caller, String id) {
        return approvals.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private When now() {
        Instant now = clock.instant();
        return new When(now, LocalDate.ofInstant(now, clock.getZone()));
    }

    private Verdict read(ApprovalRow row, Word word) {
        Given given = new Given();
        Optional<Verdict> verdict = given.known("/verdict", word.verdict(), Verdict.class);
        Optional.ofNullable(word.reason()).ifPresent(text -> given.text("/reason", text));
        String step = word.stepId();
        boolean known =
                chains.steps(row.request().kind(), row.request().requestedOn()).stream()
                        .map(ApprovalStep::id)
                        .anyMatch(id -> id.equals(step));
        if (step != null && !known) {
            given.wrong("/step_id", FieldCode.UNKNOWN_VALUE, "value", step);
        }
        given.end();
        return verdict.orElseThrow();
    }

    /** A caller who names a step means no other. */
    private static void requireNext(Answer answer, @Nullable String step) {
        Optional<String> next = answer.grounds().map(grounds -> grounds.step().id());
        if (step != null && next.isPresent() && !next.get().equals(step)) {
            throw ApprovalRefusal.STEP_NOT_NEXT.with(Map.of("step", step, "next", next.get()));
        }
    }

    private static EventRow event(String id, ApprovalState state, StepDecision taken, When when) {
        Grounds grounds = taken.grounds();
        ApprovalAction action =
                switch (state) {
                    case APPROVED -> ApprovalAction.COMPLETE;
                    case DENIED -> ApprovalAction.DENY;
                    default -> ApprovalAction.PASS;
                };
        Taken step =
                new Taken(
                        grounds.step().id(),
                        taken.verdict(),
                        grounds.limit(),
                        grounds.delegation().map(Delegation::id).orElse(null));
        return new EventRow(
                id, action.name(), grounds.actor(), when, taken.reason(), Optional.of(step));
    }

    private static Map<String, String> facts(ApprovalCase after, StepDecision taken) {
        Grounds grounds = taken.grounds();
        Map<String, String> facts = new TreeMap<>();
        facts.put("step", grounds.step().id());
        facts.put("verdict", taken.verdict().name());
        facts.put("post", grounds.actor().post().value());
        facts.put("state", after.state().name());
        grounds.delegation().ifPresent(row -> facts.put("delegation", row.id()));
        grounds.combined().stream()
                .map(found -> found.pair().toString())
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(pairs -> facts.put("combined", pairs));
        return facts;
    }
}
