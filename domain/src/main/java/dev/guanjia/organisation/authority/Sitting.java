package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case on one day: which steps are open, and who could take them. */
final class Sitting {

    private static final SegregationKey REQUESTED = new SegregationKey("REQUESTED");

    private final Approvals approvals;
    private final ApprovalCase standing;
    private final LocalDate day;
    private final List<Act> done;
    private final Map<String, Line> lines = new HashMap<>();

    /** The posts asked for a step, and who could take it in the last of them; empty if nobody. */
    private record Line(List<PostKey> asked, List<Candidate> able) {}

    Sitting(Approvals approvals, ApprovalCase standing, LocalDate day) {
        this.approvals = approvals;
        this.standing = standing;
        this.day = day;
        this.done = done();
    }

    ApprovalCase standing() {
        return standing;
    }

    ApprovalRequest request() {
        return standing.request();
    }

    LocalDate day() {
        return day;
    }

    Approvals approvals() {
        return approvals;
    }

    /** The steps that are needed and not taken, in order. */
    List<ApprovalStep> open() {
        Set<String> taken =
                standing.decisions().stream()
                        .map(decision -> decision.grounds().step().id())
                        .collect(Collectors.toSet());
        List<ApprovalStep> open =
                approvals
                        .powers()
                        .chains()
                        .steps(request().kind(), request().requestedOn())
                        .stream()
                        .filter(step -> step.threshold().isPassed(request().amount()))
                        .filter(step -> !taken.contains(step.id()))
                        .toList();
        return open.size() < 2 ? open : open.stream().filter(s -> !isAbsorbed(s, open)).toList();
    }

    /**
     * Whoever approves has checked: the check falls away where both fall to one post. It did so if
     * a later step is taken already, which could not be before.
     */
    private boolean isAbsorbed(ApprovalStep step, List<ApprovalStep> open) {
        if (step.act() != StepAct.CHECK) {
            return false;
        }
        Optional<PostKey> seat = seat(step);
        boolean shared =
                seat.isPresent()
                        && open.stream()
                                .filter(other -> other.act() == StepAct.APPROVE)
                                .anyMatch(other -> seat(other).equals(seat));
        return shared
                || standing.decisions().stream()
                        .anyMatch(taken -> taken.grounds().step().order() > step.order());
    }

    /** The posts that answer for a step, up to the first in which somebody can take it. */
    List<PostKey> line(ApprovalStep step) {
        return asked(step).asked();
    }

    /** The post that a step falls to; where nobody can take it, the highest that was asked. */
    PostKey falls(ApprovalStep step) {
        List<PostKey> line = line(step);
        return line.get(line.size() - 1);
    }

    private Line asked(ApprovalStep step) {
        Line known = lines.get(step.id());
        if (known != null) {
            return known;
        }
        List<PostKey> asked = new ArrayList<>();
        List<Candidate> able = List.of();
        PostKey requester = request().requester().post();
        for (PostKey post : approvals.company().line(step.role(), requester)) {
            asked.add(post);
            able = able(post, step);
            if (!able.isEmpty()) {
                break;
            }
        }
        Line line = new Line(asked, able);
        lines.put(step.id(), line);
        return line;
    }

    /** The post that a step falls to; empty where nobody could take it. */
    private Optional<PostKey> seat(ApprovalStep step) {
        return asked(step).able().stream().map(Candidate::post).findFirst();
    }

    /** The people who could take a step: of the post it falls to, then by limit, in key order. */
    List<Candidate> could(ApprovalStep step) {
        Stream<Candidate> bySeat = asked(step).able().stream();
        Stream<Candidate> byLimit =
                step.act() == StepAct.APPROVE
                        ? approvals.powers().limits().posts(request().kind()).stream()
                                .filter(post -> limit(post).filter(this::reaches).isPresent())
                                .flatMap(post -> able(post, step).stream())
                        : Stream.empty();
        return Stream.concat(bySeat, byLimit).distinct().toList();
    }

    /** The limit of a post for a request of this kind and currency. */
    Optional<AuthorityLimit> limit(PostKey post) {
        return request()
                .amount()
                .flatMap(
                        amount ->
                                approvals
                                        .powers()
                                        .limits()
                                        .inForce(request().kind(), post, day)
                                        .filter(
                                                row ->
                                                        row.limit()
                                                                .currency()
                                                                .equals(amount.currency())));
    }

    boolean reaches(AuthorityLimit row) {
        return request().amount().filter(asked -> asked.compareTo(row.limit()) <= 0).isPresent();
    }

    /** How a person comes to act in a post today: in it, or as a delegate. */
    Optional<Candidate> as(Actor actor) {
        if (approvals.holdings().isHeld(actor.staff(), actor.post(), day)) {
            return Optional.of(new Candidate(actor.staff(), actor.post(), Optional.empty()));
        }
        return delegates(actor.post())
                .filter(candidate -> candidate.staff().equals(actor.staff()))
                .findFirst();
    }

    boolean isRequester(Candidate candidate) {
        StaffId requester = request().requester().staff();
        return candidate.staff().equals(requester)
                || candidate
                        .delegation()
                        .filter(row -> row.from().staff().equals(requester))
                        .isPresent();
    }

    /** What segregation says against a person taking a step. */
    List<Refusal> breaches(Candidate candidate, ApprovalStep step) {
        List<Refusal> breaches =
                new ArrayList<>(
                        approvals
                                .segregation()
                                .breaches(actor(candidate), approvals.holdings(), day));
        combined(candidate, step).stream()
                .filter(found -> found.standing() == Violation.Standing.BREACH)
                .map(approvals.segregation()::refusal)
                .forEach(breaches::add);
        return breaches;
    }

    /** The acts that a person would combine in this case by taking a step. */
    List<Violation> combined(Candidate candidate, ApprovalStep step) {
        return step.performs().stream()
                .map(key -> new Act(key, candidate.staff()))
                .flatMap(act -> approvals.segregation().combined(done, act, day).stream())
                .distinct()
                .toList();
    }

    Actor actor(Candidate candidate) {
        return new Actor(candidate.staff(), candidate.post(), approvals.powers().version());
    }

    private List<Candidate> able(PostKey post, ApprovalStep step) {
        Stream<Candidate> holders =
                approvals.holdings().holders(post, day).stream()
                        .map(staff -> new Candidate(staff, post, Optional.empty()));
        return Stream.concat(holders, delegates(post).filter(this::isReached))
                .filter(candidate -> !isRequester(candidate))
                .filter(candidate -> breaches(candidate, step).isEmpty())
                .toList();
    }

    private boolean isReached(Candidate candidate) {
        return candidate.delegation().filter(row -> row.reaches(request().amount())).isPresent();
    }

    private Stream<Candidate> delegates(PostKey post) {
        return approvals.delegations(post).stream()
                .filter(row -> row.isLive(day) && row.kinds().contains(request().kind()))
                .filter(row -> approvals.holdings().isHeld(row.from().staff(), post, day))
                .map(row -> new Candidate(row.to(), post, Optional.of(row)));
    }

    private List<Act> done() {
        StaffId requester = request().requester().staff();
        List<Act> acts = new ArrayList<>(request().acts());
        acts.add(new Act(REQUESTED, requester));
        approvals
                .kind(request())
                .flatMap(DecisionKind::requestedAs)
                .ifPresent(key -> acts.add(new Act(key, requester)));
        for (StepDecision decision : standing.decisions()) {
            Grounds grounds = decision.grounds();
            grounds.step()
                    .performs()
                    .forEach(key -> acts.add(new Act(key, grounds.actor().staff())));
        }
        return acts;
    }
}
