package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.security.incident.EmergencyKind.Limit;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.PlanStep;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.CompanyPosts;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EmergencyPlanStore;
import dev.guanjia.server.store.EmergencyPlanStore.PlanRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Shows the emergency plans, puts them in force and revises them. */
@Service
public class EmergencyPlanDesk {

    private static final String OWN = "company";

    private final Planning planning;
    private final EmergencyPlanStore store;
    private final CompanyPosts posts;
    private final PostLibrary library;
    private final Snapshot snapshot;

    EmergencyPlanDesk(
            Planning planning,
            EmergencyPlanStore store,
            CompanyPosts posts,
            PostLibrary library,
            Snapshot snapshot) {
        this.planning = planning;
        this.store = store;
        this.posts = posts;
        this.library = library;
        this.snapshot = snapshot;
    }

    /**
     * A step as a caller writes it.
     *
     * @param id its key
     * @param label what is to be done
     * @param post by whom
     * @param minutes within what time
     * @param protectsScene whether nothing is contained before it
     */
    public record StepDraft(
            String id, Text label, String post, int minutes, boolean protectsScene) {}

    /**
     * What is to be done.
     *
     * @param zh in Chinese
     * @param en in English
     */
    public record Text(String zh, String en) {}

    /**
     * A plan rewritten.
     *
     * @param steps the new steps
     * @param reason why
     * @param at when
     */
    public record Revision(List<StepDraft> steps, String reason, Instant at) {}

    /**
     * Lists the plans by kind.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<PlanRow> list(Caller caller, PageRequest request) {
        return Page.slice(all(caller), request, row -> row.plan().kind().id());
    }

    private List<PlanRow> all(Caller caller) {
        return snapshot.read(() -> store.all(caller.tenant()));
    }

    /**
     * Reads a plan.
     *
     * @param caller who asks
     * @param kind for which kind of emergency
     * @return the plan
     */
    public PlanRow get(Caller caller, String kind) {
        return all(caller).stream()
                .filter(row -> row.plan().kind().id().equals(kind))
                .findFirst()
                .orElseThrow(() -> Fault.notFound(kind));
    }

    /**
     * Puts a plan in force.
     *
     * @param caller who approves
     * @param seen which
     * @param at when
     * @return the plan afterwards
     */
    public PlanRow approve(Caller caller, Seen seen, Instant at) {
        Breach attempt = new Breach("approve-emergency-plan", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = past(given, at);
        given.end();
        return step(
                caller,
                seen,
                attempt,
                plan -> plan.approve(planning.actor(caller), when.orElseThrow()));
    }

    /**
     * Revises a plan.
     *
     * @param caller who revises
     * @param seen which
     * @param revision the new steps and why
     * @return the plan afterwards
     */
    public PlanRow revise(Caller caller, Seen seen, Revision revision) {
        Breach attempt = new Breach("revise-emergency-plan", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = past(given, revision.at());
        given.text("/reason", revision.reason());
        List<PlanStep> steps = steps(given, caller, revision.steps());
        given.end();
        return step(
                caller,
                seen,
                attempt,
                plan ->
                        plan.revise(
                                steps,
                                planning.actor(caller),
                                when.orElseThrow(),
                                revision.reason()));
    }

    private Optional<Instant> past(Given given, Instant at) {
        return new Moments(given, planning.now()).past("/acted_at", at);
    }

    private List<PlanStep> steps(Given given, Caller caller, List<StepDraft> drafts) {
        PostCatalogue company = posts.today(caller.tenant());
        List<PlanStep> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            StepDraft draft = drafts.get(i);
            String place = "/steps/" + i;
            Optional<PostKey> post = post(given, place + "/post", draft.post(), company);
            boolean said = given.text(place + "/label/zh", draft.label().zh()).isPresent();
            said &= given.text(place + "/label/en", draft.label().en()).isPresent();
            if (!keys.add(draft.id())) {
                given.wrong(place + "/id", FieldCode.OUT_OF_RANGE, "expected", "each key once");
            }
            if (post.isPresent() && said) {
                steps.add(step(draft, post.get()));
            }
        }
        return steps;
    }

    /** A post of the company, or one of the library that it may fill later. */
    private Optional<PostKey> post(
            Given given, String pointer, String text, PostCatalogue company) {
        boolean known =
                company.all().stream().anyMatch(post -> post.key().value().equals(text))
                        || library.all().stream().anyMatch(row -> row.key().value().equals(text));
        return known ? Optional.of(new PostKey(text)) : given.unknown(pointer, text);
    }

    private static PlanStep step(StepDraft draft, PostKey post) {
        return new PlanStep(
                draft.id(),
                new Label(draft.label().zh(), draft.label().en()),
                new Limit(post, Duration.ofMinutes(draft.minutes())),
                draft.protectsScene(),
                OWN);
    }

    private PlanRow step(
            Caller caller,
            Seen seen,
            Breach attempt,
            Function<EmergencyPlan, Decision<EmergencyPlan>> step) {
        PlanRow before =
                store.lock(caller.tenant(), seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        EmergencyPlan after = Refused.unlessAccepted(step.apply(before.plan()));
        store.step(caller.tenant(), after, planning.now());
        planning.done(caller, attempt, seen.id(), Map.of("state", after.state().name()));
        return new PlanRow(after, before.version() + 1);
    }
}
