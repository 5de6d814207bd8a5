package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether one person may take a step of a case now. */
record Question(Sitting sitting, Actor actor) {

    /** What speaks against the person: for ever, or until somebody else has done something. */
    private record Objections(List<Refusal> denied, List<Refusal> more) {}

    Answer answer() {
        if (sitting.standing().state() != ApprovalState.OPEN) {
            return denied(List.of(Approvals.closed(sitting.standing())), List.of());
        }
        List<ApprovalStep> open = sitting.open();
        Optional<Candidate> person = sitting.as(actor);
        if (person.isEmpty()) {
            return denied(notInPost(), open);
        }
        List<ApprovalStep> entitled =
                open.stream().filter(step -> isEntitled(step, person.get())).toList();
        if (entitled.isEmpty()) {
            return denied(noAuthority(person.get(), open), open);
        }
        return entitled.stream()
                .filter(step -> isClear(objections(person.get(), step, open)))
                .findFirst()
                .map(step -> taken(person.get(), step, open))
                .orElseGet(() -> refused(objections(person.get(), entitled.get(0), open), open));
    }

    private Answer taken(Candidate person, ApprovalStep step, List<ApprovalStep> open) {
        List<ApprovalStep> further = open.stream().filter(other -> !other.equals(step)).toList();
        Optional<AuthorityLimit> limit =
                sitting.line(step).contains(person.post())
                        ? Optional.empty()
                        : sitting.limit(person.post());
        Grounds grounds =
                new Grounds(
                        step,
                        sitting.actor(person),
                        sitting.day(),
                        limit,
                        person.delegation(),
                        sitting.combined(person, step));
        return new Answer(
                further.isEmpty() ? Answer.Outcome.GRANTED : Answer.Outcome.NEEDS_MORE,
                further.stream().map(this::furtherStep).toList(),
                could(further),
                Optional.of(grounds));
    }

    private Answer refused(Objections against, List<ApprovalStep> open) {
        if (!against.denied().isEmpty()) {
            return denied(against.denied(), open);
        }
        return new Answer(Answer.Outcome.NEEDS_MORE, against.more(), could(open), Optional.empty());
    }

    private Answer denied(List<Refusal> reasons, List<ApprovalStep> open) {
        List<Refusal> all = new ArrayList<>(reasons);
        open.stream()
                .filter(step -> sitting.could(step).isEmpty())
                .map(this::nobodyLeft)
                .forEach(all::add);
        return new Answer(Answer.Outcome.DENIED, all, could(open), Optional.empty());
    }

    private boolean isEntitled(ApprovalStep step, Candidate person) {
        return sitting.line(step).contains(person.post())
                || (step.act() == StepAct.APPROVE && sitting.limit(person.post()).isPresent());
    }

    private static boolean isClear(Objections against) {
        return against.denied().isEmpty() && against.more().isEmpty();
    }

    private Objections objections(Candidate person, ApprovalStep step, List<ApprovalStep> open) {
        List<Refusal> denied = new ArrayList<>();
        if (sitting.isRequester(person)) {
            denied.add(selfApproval(step));
        } else {
            denied.addAll(sitting.breaches(person, step));
        }
        List<Refusal> more = new ArrayList<>();
        if (!sitting.line(step).contains(person.post())) {
            sitting.limit(person.post())
                    .filter(row -> !sitting.reaches(row))
                    .ifPresent(row -> more.add(overLimit(row, step)));
        }
        person.delegation()
                .filter(row -> !row.reaches(sitting.request().amount()))
                .ifPresent(row -> more.add(overDelegation(row, step)));
        if (step.attachmentRequired() && sitting.request().attachments().isEmpty()) {
            more.add(
                    OrganisationRefusal.ATTACHMENT_MISSING.because(
                            "kind", step.kind().value(), "rule", step.id()));
        }
        open.stream()
                .filter(other -> other.order() < step.order())
                .findFirst()
                .ifPresent(other -> more.add(earlierStep(step, other)));
        return new Objections(denied, more);
    }

    private List<Refusal> notInPost() {
        List<Refusal> reasons = new ArrayList<>();
        reasons.add(
                OrganisationRefusal.POST_NOT_HELD.because(
                        "staff", actor.staff().value(),
                        "post", actor.post().value(),
                        "day", sitting.day().toString()));
        sitting.approvals().delegations(actor.post()).stream()
                .filter(row -> row.to().equals(actor.staff()) && !row.isLive(sitting.day()))
                .map(Question::notLive)
                .forEach(reasons::add);
        return reasons;
    }

    private List<Refusal> noAuthority(Candidate person, List<ApprovalStep> open) {
        List<Refusal> reasons = new ArrayList<>();
        if (sitting.isRequester(person) && !open.isEmpty()) {
            reasons.add(selfApproval(open.get(0)));
        }
        reasons.add(
                OrganisationRefusal.NO_AUTHORITY.because(
                        "kind", sitting.request().kind().value(),
                        "post", person.post().value(),
                        "permitted", names(could(open))));
        return reasons;
    }

    private Refusal selfApproval(ApprovalStep step) {
        return OrganisationRefusal.SELF_APPROVAL.because(
                "staff", actor.staff().value(), "permitted", permitted(step));
    }

    private Refusal overLimit(AuthorityLimit row, ApprovalStep step) {
        return OrganisationRefusal.APPROVAL_OVER_LIMIT.because(
                "post", row.post().value(),
                "limit", row.limit().toString(),
                "amount", amount(),
                "permitted", permitted(step));
    }

    private Refusal overDelegation(Delegation row, ApprovalStep step) {
        return AuthorityRefusal.DELEGATION_OVER_LIMIT.because(
                "id", row.id(),
                "limit", row.limit().map(Money::toString).orElse("-"),
                "amount", amount(),
                "permitted", permitted(step));
    }

    private Refusal earlierStep(ApprovalStep step, ApprovalStep earlier) {
        return AuthorityRefusal.EARLIER_STEP_OPEN.because(
                "step", step.id(), "open", earlier.id(), "permitted", permitted(earlier));
    }

    private Refusal furtherStep(ApprovalStep step) {
        return AuthorityRefusal.FURTHER_STEP_NEEDED.because(
                "step", step.id(), "act", step.act().name(), "permitted", permitted(step));
    }

    private Refusal nobodyLeft(ApprovalStep step) {
        List<PostKey> line = sitting.line(step);
        String above = sitting.approvals().company().above(line.get(line.size() - 1));
        return AuthorityRefusal.NOBODY_LEFT.because("step", step.id(), "above", above);
    }

    private static Refusal notLive(Delegation row) {
        return AuthorityRefusal.DELEGATION_NOT_LIVE.because(
                "id", row.id(),
                "first", row.first().toString(),
                "last", row.last().toString());
    }

    private String amount() {
        return sitting.request().amount().map(Money::toString).orElse("-");
    }

    private List<Candidate> could(List<ApprovalStep> steps) {
        return steps.stream().flatMap(step -> sitting.could(step).stream()).distinct().toList();
    }

    private String permitted(ApprovalStep step) {
        return names(sitting.could(step));
    }

    private static String names(List<Candidate> people) {
        return people.isEmpty()
                ? "-"
                : people.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }
}
