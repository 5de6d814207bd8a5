package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.NodeDatePolicy;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.PlanTerms;
import dev.guanjia.plan.Staffing;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every command on plans, meetings and reports needs. */
@Component
class Planning {

    private final Permissions permissions;
    private final DutyBook book;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    Planning(Permissions permissions, DutyBook book, CompanyRules rules, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets a caller pass whose post may give the command, or answers 403. */
    void admit(Caller caller, Breach attempt) {
        permissions.require(caller, attempt.command(), attempt.subject());
    }

    /** Who acts for which post. */
    Staffing staffing(Caller caller) {
        return new Staffing(book.calendar(caller.tenant()).responsibility(), clock.getZone());
    }

    /** What plans and decisions are judged by: a node date may be any day. */
    PlanTerms terms(Caller caller) {
        return new PlanTerms(staffing(caller), NodeDatePolicy.anyDay());
    }

    /** The caller as the domain knows who acts. */
    Actor actor(Caller caller) {
        return rules.actor(caller);
    }

    /** By whom and when something is done; what does not fit is noted and empty. */
    Optional<Act> act(Caller caller, Given given, Instant at, @Nullable String note) {
        Optional<Instant> when = new Moments(given, clock.instant()).past("/acted_at", at);
        if (note != null) {
            given.text("/note", note);
        }
        return when.map(then -> new Act(actor(caller), then, note == null ? "" : note));
    }

    /** Refuses a caller who acts for none of the posts, 403; otherwise nothing. */
    void requirePost(Caller caller, List<PostKey> posts, Entitlement wanted) {
        Instant now = clock.instant();
        Staffing staffing = staffing(caller);
        List<PostKey> entitled =
                posts.stream().map(post -> staffing.actingFor(post, now)).distinct().toList();
        PostKey post = actor(caller).post();
        if (entitled.contains(post)) {
            return;
        }
        Map<String, String> facts =
                Map.of(
                        wanted.subject(),
                        wanted.attempt().subject(),
                        "action",
                        wanted.action(),
                        "post",
                        post.value(),
                        "expected",
                        entitled.stream().map(PostKey::value).collect(Collectors.joining(", ")));
        throw Refused.lackOfAuthority(List.of(new Refusal(wanted.code(), facts)), wanted.attempt());
    }

    /**
     * What a post must be entitled to.
     *
     * @param code the reason if it is not
     * @param subject the name of the fact that bears the subject
     * @param action the action in that reason
     * @param attempt what is attempted
     */
    record Entitlement(RefusalCode code, String subject, String action, Breach attempt) {}

    /** Leaves the row that says a command was carried out. */
    void done(Caller caller, Breach attempt, String id, Map<String, String> facts) {
        audit.accepted(caller, attempt.command(), id, facts);
    }

    /** The time that rows are recorded at. */
    Instant now() {
        return clock.instant();
    }
}
