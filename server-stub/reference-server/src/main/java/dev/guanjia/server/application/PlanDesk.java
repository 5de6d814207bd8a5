package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanHead;
import dev.guanjia.plan.PlanId;
import dev.guanjia.plan.PlanKind;
import dev.guanjia.plan.PlanPeriod;
import dev.guanjia.plan.PlanPosts;
import dev.guanjia.plan.PlanRefusal;
import dev.guanjia.plan.PlanTerms;
import dev.guanjia.plan.WorkPlan;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.PlanStore;
import dev.guanjia.server.store.PlanStore.PlanRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Draws plans up and takes them on, step by step. */
@Service
public class PlanDesk {

    private final Planning planning;
    private final PlanStore store;
    private final CompanyTrees trees;
    private final DepartmentLibrary departments = DepartmentLibrary.load();

    PlanDesk(Planning planning, PlanStore store, CompanyTrees trees) {
        this.planning = planning;
        this.store = store;
        this.trees = trees;
    }

    /**
     * The posts that a plan passes through.
     *
     * @param preparer draws it up
     * @param reviewer reviews it
     * @param approver approves it; null for none
     */
    public record Posts(String preparer, String reviewer, @Nullable String approver) {}

    /**
     * What is said of a plan.
     *
     * @param kind who has the last word
     * @param title what it is called
     * @param department whose it is
     * @param period what it is for
     * @param parent the plan it carries out; null for none
     * @param posts who draws it up, reviews and approves it
     * @param items what it sets out to do
     */
    public record Draft(
            String kind,
            String title,
            String department,
            String period,
            @Nullable String parent,
            Posts posts,
            List<PlanItems.Draft> items) {}

    /**
     * A plan as its caller saw it.
     *
     * @param id which
     * @param ifMatch the versions that the caller has seen
     */
    public record Seen(String id, String ifMatch) {}

    /**
     * A step.
     *
     * @param action the name of the action
     * @param at when
     * @param note what is said about it; null for nothing
     */
    public record Step(String action, Instant at, @Nullable String note) {}

    /** The steps that take a plan on. */
    private enum Progress {
        SUBMIT,
        REVIEW,
        RETURN,
        APPROVE
    }

    /** What somebody wants to do with a plan. */
    private interface Move {
        Decision<WorkPlan> decide(WorkPlan plan, PlanTerms terms);
    }

    /**
     * Draws a plan up.
     *
     * @param caller in the preparer's post
     * @param draft what is said of it
     * @return the plan
     */
    public PlanRow create(Caller caller, Draft draft) {
        String id = Ids.next("pl");
        Breach attempt = new Breach("create-plan", id);
        planning.admit(caller, attempt);
        PlanItems items = new PlanItems(draft.items());
        PlanHead head = head(caller, id, draft, items);
        WorkPlan plan =
                Refused.unlessAccepted(WorkPlan.draft(head, items.read(), planning.terms(caller)));
        planning.requirePost(
                caller,
                List.of(head.posts().preparer()),
                new Planning.Entitlement(PlanRefusal.NOT_ENTITLED, "plan", "CREATE", attempt));
        store.add(caller.tenant(), plan);
        planning.done(caller, attempt, id, Map.of("period", head.period().toString()));
        return new PlanRow(plan, Optional.empty(), 1);
    }

    private PlanHead head(Caller caller, String id, Draft draft, PlanItems items) {
        Given given = new Given();
        given.text("/title", draft.title());
        Optional<PlanKind> kind = given.known("/kind", draft.kind(), PlanKind.class);
        DepartmentKey department = new DepartmentKey(draft.department());
        PlanPeriod period = PlanPeriod.parse(draft.period());
        if (!isKnown(caller, department, period.days().start())) {
            given.unknown("/department", draft.department());
        }
        given.day("/period", period.days().start());
        String parent = draft.parent();
        if (parent != null && store.find(caller.tenant(), parent).isEmpty()) {
            given.unknown("/parent_id", parent);
        }
        kind.ifPresent(known -> check(given, known, draft.posts()));
        items.check(given);
        given.end();
        return new PlanHead(
                new PlanId(id),
                kind.orElseThrow(),
                draft.title(),
                department,
                period,
                Optional.ofNullable(parent).map(PlanId::new),
                posts(draft.posts()));
    }

    /** A department of the library, or one that the company set up itself. */
    private boolean isKnown(Caller caller, DepartmentKey key, LocalDate day) {
        return departments.find(key).isPresent()
                || CompanyTree.department(
                                trees.of(caller.tenant()).company().chart(day), key.value())
                        .isPresent();
    }

    /** Nobody reviews their own plan, and only the company's is approved as well. */
    private static void check(Given given, PlanKind kind, Posts posts) {
        String others = "another post than " + posts.preparer();
        if (posts.reviewer().equals(posts.preparer())) {
            given.wrong("/reviewer", FieldCode.OUT_OF_RANGE, "expected", others);
        }
        if (posts.preparer().equals(posts.approver())) {
            given.wrong("/approver", FieldCode.OUT_OF_RANGE, "expected", others);
        }
        if (kind == PlanKind.COMPANY && posts.approver() == null) {
            given.faults().add("/approver", FieldCode.MISSING, Map.of());
        }
        if (kind == PlanKind.DEPARTMENT && posts.approver() != null) {
            given.wrong("/approver", FieldCode.OUT_OF_RANGE, "expected", "none");
        }
    }

    private static PlanPosts posts(Posts posts) {
        return new PlanPosts(
                new PostKey(posts.preparer()),
                new PostKey(posts.reviewer()),
                Optional.ofNullable(posts.approver()).map(PostKey::new));
    }

    /**
     * Replaces the items of a draft or a returned plan.
     *
     * @param caller in the preparer's post
     * @param seen which plan
     * @param at when
     * @param drafts the items
     * @return the plan afterwards
     */
    public PlanRow revise(Caller caller, Seen seen, Instant at, List<PlanItems.Draft> drafts) {
        Breach attempt = new Breach("revise-plan", seen.id());
        planning.admit(caller, attempt);
        PlanItems items = new PlanItems(drafts);
        Given given = new Given();
        Optional<Act> act = planning.act(caller, given, at, null);
        items.check(given);
        given.end();
        return move(
                caller,
                seen,
                attempt,
                (plan, terms) -> plan.revise(items.read(), act.orElseThrow(), terms));
    }

    /**
     * Submits, reviews, returns or approves a plan.
     *
     * @param caller in the post whose step it is
     * @param seen which plan
     * @param step the step
     * @return the plan afterwards
     */
    public PlanRow transition(Caller caller, Seen seen, Step step) {
        Breach attempt = new Breach("transition-plan", seen.id());
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
                (plan, terms) ->
                        switch (progress.orElseThrow()) {
                            case SUBMIT -> plan.submit(parent(caller, plan), done, terms);
                            case REVIEW -> plan.review(done, terms);
                            case RETURN -> plan.giveBack(done, terms);
                            case APPROVE -> plan.approve(done, terms);
                        });
    }

    /**
     * Says what became of every item.
     *
     * @param caller in the preparer's post
     * @param seen which plan
     * @param at when
     * @param drafts the results
     * @return the plan, summed up
     */
    public PlanRow sumUp(Caller caller, Seen seen, Instant at, List<PlanOutcomes.Draft> drafts) {
        Breach attempt = new Breach("sum-up-plan", seen.id());
        planning.admit(caller, attempt);
        PlanOutcomes outcomes = new PlanOutcomes(drafts);
        Given given = new Given();
        Optional<Act> act = planning.act(caller, given, at, null);
        outcomes.check(given);
        given.end();
        return move(
                caller,
                seen,
                attempt,
                (plan, terms) -> plan.sumUp(outcomes.read(), act.orElseThrow(), terms));
    }

    private Optional<WorkPlan> parent(Caller caller, WorkPlan plan) {
        return plan.head()
                .parent()
                .flatMap(parent -> store.lock(caller.tenant(), parent.value()))
                .map(PlanRow::plan);
    }

    private PlanRow move(Caller caller, Seen seen, Breach attempt, Move move) {
        PlanRow before =
                store.lock(caller.tenant(), seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        PlanTerms terms = planning.terms(caller);
        WorkPlan plan = Ruling.unlessRefused(move.decide(before.plan(), terms), attempt);
        Optional<LocalDate> dutiesFrom =
                GivenDuties.of(plan, terms.staffing()).stream()
                        .map(due -> due.key().start())
                        .findFirst();
        PlanRow after = new PlanRow(plan, dutiesFrom, before.version() + 1);
        store.step(caller.tenant(), after, planning.now());
        planning.done(caller, attempt, seen.id(), Map.of("state", plan.state().name()));
        return after;
    }
}
