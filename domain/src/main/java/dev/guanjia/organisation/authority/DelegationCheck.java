package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a delegation. */
record DelegationCheck(Approvals approvals, Delegation wanted) {

    List<Refusal> reasons() {
        List<Refusal> reasons = new ArrayList<>();
        if (exists()) {
            reasons.add(AuthorityRefusal.DELEGATION_EXISTS.because("id", wanted.id()));
        }
        if (wanted.to().equals(wanted.from().staff())) {
            reasons.add(
                    AuthorityRefusal.DELEGATION_TO_ONESELF.because("staff", wanted.to().value()));
        }
        delegator().ifPresent(reasons::add);
        wanted.kinds().forEach(kind -> overreach(kind).ifPresent(reasons::add));
        reasons.addAll(approvals.segregation().clashes(approvals.holdings(), wanted.holding()));
        return reasons;
    }

    private boolean exists() {
        return approvals.mandates().delegations().stream()
                .anyMatch(row -> row.id().equals(wanted.id()));
    }

    private Optional<Refusal> delegator() {
        StaffId staff = wanted.from().staff();
        Assignments held = approvals.mandates().assignments();
        if (held.holders(wanted.post(), wanted.first()).contains(staff)) {
            return Optional.empty();
        }
        boolean passedOn =
                approvals.holdings().isHeld(staff, wanted.post(), wanted.first())
                        || approvals.delegations(wanted.post()).stream()
                                .anyMatch(
                                        row ->
                                                row.to().equals(staff)
                                                        && row.isLive(wanted.first()));
        return Optional.of(
                passedOn
                        ? AuthorityRefusal.DELEGATION_PASSED_ON.because(
                                "staff", staff.value(), "post", wanted.post().value())
                        : OrganisationRefusal.POST_NOT_HELD.because(
                                "staff", staff.value(),
                                "post", wanted.post().value(),
                                "day", wanted.first().toString()));
    }

    private Optional<Refusal> overreach(AuthorityKind kind) {
        PostKey post = wanted.post();
        boolean byRole =
                approvals.powers().chains().steps(kind, wanted.first()).stream()
                        .anyMatch(step -> approvals.company().fills(post, step.role()));
        if (byRole) {
            return Optional.empty();
        }
        Optional<AuthorityLimit> limit =
                approvals.powers().limits().inForce(kind, post, wanted.first());
        if (limit.isEmpty()) {
            return Optional.of(
                    OrganisationRefusal.NO_AUTHORITY.because(
                            "kind", kind.value(), "post", post.value(), "permitted", "-"));
        }
        return limit.filter(row -> wanted.limit().filter(asked -> within(asked, row)).isEmpty())
                .map(row -> overAuthority(kind, row));
    }

    private static boolean within(Money asked, AuthorityLimit row) {
        return asked.currency().equals(row.limit().currency()) && asked.compareTo(row.limit()) <= 0;
    }

    private static Refusal overAuthority(AuthorityKind kind, AuthorityLimit row) {
        return AuthorityRefusal.DELEGATION_OVER_AUTHORITY.because(
                "post", row.post().value(),
                "kind", kind.value(),
                "limit", row.limit().toString());
    }
}
