package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.security.incident.EmergencyKind.Limit;
import dev.guanjia.security.incident.EmergencyPlan;
import dev.guanjia.security.incident.PlanStep;
import dev.guanjia.security.incident.PlanVersion;
import dev.guanjia.security.incident.Responders;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows the emergency plans, puts them in force and revises them. */
@Service
public class EmergencyPlanDesk {

    private static final String OWN = "company";

    private final Planning planning;
    private final EmergencyPlanStore store;
    private final CompanyPosts posts;
    private final EmergencyCrews crews;
    private final CommunityDays days;
    private final PostLibrary library;
    private final Snapshot snapshot;

    EmergencyPlanDesk(
            Planning planning,
            EmergencyPlanStore store,
            CompanyPosts posts,
            EmergencyCrews crews,
            CommunityDays days,
            PostLibrary library,
            Snapshot snapshot) {
        this.planning = planning;
        this.store = store;
        this.posts = posts;
        this.crews = crews;
        this.days = days;
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
     * @param tell who is told from then on; null for as before
     * @param steps the new steps
     * @param reason why
     * @param at when
     */
    public record Revision(
            @Nullable TellDraft tell, List<StepDraft> steps, String reason, Instant at) {}

    /**
     * Who is told, as a caller writes it.
     *
     * @param post who
     * @param minutes within what time
     */
    public record TellDraft(String post, int minutes) {}

    /**
     * A plan and who does the parts of posts that the company has not.
     *
     * @param row the plan
     * @param inForce the version approved last; empty while none was
     * @param standIns what others do, in order, the notice first
     */
    public record Shown(PlanRow row, Optional<PlanVersion> inForce, List<StandIn> standIns) {}

    /**
     * Who does the part of a post that the company has not.
     *
     * @param step the key of the step; {@code tell} for who is told
     * @param post the post that the plan names
     * @param acting who does it; nobody where no row says so
     */
    public record StandIn(String step, PostKey post, List<PostKey> acting) {}

    /**
     * Lists the plans by kind.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, PageRequest request) {
        return Page.slice(all(caller), request, shown -> shown.row().plan().kind().id());
    }

    private List<Shown> all(Caller caller) {
        return snapshot.read(
                () -> {
                    Responders company = today(caller);
                    return store.all(caller.tenant()).stream()
                            .map(row -> show(row, company))
                            .toList();
                });
    }

    private Responders today(Caller caller) {
        return crews.of(caller.tenant()).on(days.today(days.companyZone()));
    }

    private Shown show(PlanRow row, Responders company) {
        PlanVersion latest = row.plan().latest();
        PlanVersion held = row.plan().inForce(days.now());
        Stream<StandIn> told = latest.tell().stream().map(limit -> standIn("tell", limit, company));
        Stream<StandIn> steps =
                latest.steps().stream().map(step -> standIn(step.id(), step.limit(), company));
        return new Shown(
                row,
                Optional.of(held).filter(version -> version.number() > 0),
                Stream.concat(told, steps).filter(one -> company.standsIn(one.post())).toList());
    }

    private static StandIn standIn(String step, Limit limit, Responders company) {
        return new StandIn(step, limit.post(), company.posts(limit.post()));
    }

    /**
     * Reads a plan.
     *
     * @param caller who asks
     * @param kind for which kind of emergency
     * @return the plan
     */
    public Shown get(Caller caller, String kind) {
        return all(caller).stream()
                .filter(shown -> shown.row().plan().kind().id().equals(kind))
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
    public Shown approve(Caller caller, Seen seen, Instant at) {
        Breach attempt = new Breach("approve-emergency-plan", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = past(given, at);
        given.end();
        return step(
                caller,
                seen,
                attempt,
                plan -> plan.approve(planning.actor(caller), when.orElseThrow(), today(caller)));
    }

    /**
     * Revises a plan.
     *
     * @param caller who revises
     * @param seen which
     * @param revision the new steps and why
     * @return the plan afterwards
     */
    public Shown revise(Caller caller, Seen seen, Revision revision) {
        Breach attempt = new Breach("revise-emergency-plan", seen.id());
        planning.admit(caller, attempt);
        Given given = new Given();
        Optional<Instant> when = past(given, revision.at());
        given.text("/reason", revision.reason());
        Optional<Limit> tell = tell(given, caller, revision.tell());
        List<PlanStep> steps = steps(given, caller, revision.steps());
        given.end();
        return step(
                caller,
                seen,
                attempt,
                plan ->
                        plan.revise(
                                new EmergencyPlan.Text(tell, steps),
                                planning.actor(caller),
                                when.orElseThrow(),
                                revision.reason()));
    }

    private Optional<Instant> past(Given given, Instant at) {
        return new Moments(given, planning.now()).past("/acted_at", at);
    }

    private Optional<Limit> tell(Given given, Caller caller, @Nullable TellDraft draft) {
        return draft == null
                ? Optional.empty()
                : post(given, "/tell/post", draft.post(), posts.today(caller.tenant()))
                        .map(post -> new Limit(post, Duration.ofMinutes(draft.minutes())));
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

    private Shown step(
            Caller caller,
            Seen seen,
            Breach attempt,
            Function<EmergencyPlan, Decision<EmergencyPlan>> step) {
        PlanRow before =
                store.lock(caller.tenant(), seen.id(), planning.now())
                        .orElseThrow(() -> Fault.notFound(seen.id()));
        Version.require(seen.ifMatch(), before.version());
        EmergencyPlan after = Refused.unlessAccepted(step.apply(before.plan()));
        store.step(caller.tenant(), after, planning.now());
        planning.done(caller, attempt, seen.id(), Map.of("state", after.state().name()));
        return show(new PlanRow(after, before.version() + 1), today(caller));
    }
}
