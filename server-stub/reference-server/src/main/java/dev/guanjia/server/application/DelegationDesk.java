package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.organisation.authority.Delegation;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ApprovalDesk.Sum;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DelegationStore;
import dev.guanjia.server.store.DelegationStore.DelegationRow;
import dev.guanjia.server.store.DelegationStore.Revocation;
import dev.guanjia.server.store.StaffStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who decides for whom. */
@Service
public class DelegationDesk {

    private static final String CREATE = "create-delegation";
    private static final String REVOKE = "revoke-delegation";

    private final Clerk clerk;
    private final ApprovalRules rules;
    private final DelegationStore delegations;
    private final StaffStore staff;
    private final AuthorityKinds kinds;
    private final Clock clock;

    DelegationDesk(
            Clerk clerk,
            ApprovalRules rules,
            DelegationStore delegations,
            StaffStore staff,
            AuthorityKinds kinds,
            Clock clock) {
        this.clerk = clerk;
        this.rules = rules;
        this.delegations = delegations;
        this.staff = staff;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * A delegation as it was given.
     *
     * @param toId who may decide
     * @param kinds what may be decided
     * @param limit how much at most; empty: as far as the delegator's authority goes
     * @param from the first day
     * @param to the first day on which it no longer holds
     */
    public record Draft(
            String toId, List<String> kinds, Optional<Sum> limit, LocalDate from, LocalDate to) {}

    /**
     * Lets another person decide in the caller's acting post.
     *
     * @param caller the delegator
     * @param draft to whom, about what, how long
     * @return the delegation
     */
    public DelegationRow create(Caller caller, Draft draft) {
        clerk.admit(caller, CREATE, draft.toId());
        Delegation wanted = read(caller, draft);
        Ruling.unlessRefused(
                rules.of(caller.tenant()).delegate(wanted), new Breach(CREATE, draft.toId()));
        delegations.add(caller.tenant(), wanted, clock.instant());
        Map<String, String> facts =
                Map.of(
                        "post", wanted.post().value(),
                        "to", draft.toId(),
                        "first", wanted.first().toString(),
                        "last", wanted.last().toString());
        clerk.done(caller, CREATE, wanted.id(), facts);
        return new DelegationRow(wanted, Optional.empty());
    }

    private Delegation read(Caller caller, Draft draft) {
        Given given = new Given();
        if (staff.lock(caller.tenant(), draft.toId()).isEmpty()) {
            given.unknown("/to_id", draft.toId());
        }
        List<AuthorityKind> named = new ArrayList<>();
        for (int i = 0; i < draft.kinds().size(); i++) {
            given.kind("/kinds/" + i, draft.kinds().get(i), kinds).ifPresent(named::add);
        }
        Optional<Money> limit =
                draft.limit().flatMap(sum -> given.money("/limit", sum.amount(), sum.currency()));
        GivenDays.require(given, draft.from(), draft.to());
        given.end();
        return new Delegation(
                Ids.next("dg"),
                clerk.actor(caller),
                new StaffId(draft.toId()),
                named,
                limit,
                draft.from(),
                draft.to().minusDays(1));
    }

    /**
     * Takes a delegation back from a day on.
     *
     * @param caller the delegator, or the administrator
     * @param id the delegation
     * @param from the first day without it
     * @param reason why; null if nothing was said
     * @return the delegation with its new end
     */
    public DelegationRow revoke(Caller caller, String id, LocalDate from, @Nullable String reason) {
        clerk.admit(caller, REVOKE, id);
        DelegationRow row =
                delegations.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        String delegator = row.granted().from().staff().value();
        if (!caller.administrator() && !delegator.equals(caller.staffId())) {
            throw ApprovalRefusal.DELEGATION_OF_ANOTHER.with(
                    Map.of("id", id, "delegator", delegator), new Breach(REVOKE, id));
        }
        row.revocation().ifPresent(earlier -> refuse(id, earlier));
        require(row, from, reason);
        Revocation revocation = new Revocation(from, clock.instant());
        delegations.revoke(caller.tenant(), id, revocation, reason);
        clerk.done(caller, REVOKE, id, Map.of("from", from.toString()));
        return new DelegationRow(row.granted(), Optional.of(revocation));
    }

    private static void refuse(String id, Revocation earlier) {
        throw ApprovalRefusal.DELEGATION_REVOKED.with(
                Map.of("id", id, "from", earlier.from().toString()));
    }

    private void require(DelegationRow row, LocalDate from, @Nullable String reason) {
        Given given = new Given();
        LocalDate today = LocalDate.now(clock);
        if (from.isBefore(today) || !from.isBefore(row.to())) {
            String expected = today + " or later, before " + row.to();
            given.wrong("/from", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        Optional.ofNullable(reason).ifPresent(text -> given.text("/reason", text));
        given.end();
    }

    /**
     * Lists delegations by first day.
     *
     * @param caller who asks
     * @param staffId only given or received by this person; null for all
     * @param day only those of that day; null for all
     * @param request which page
     * @return the page
     */
    public Page<DelegationRow> list(
            Caller caller, @Nullable String staffId, @Nullable LocalDate day, PageRequest request) {
        List<DelegationRow> rows =
                delegations.all(caller.tenant()).stream()
                        .filter(row -> staffId == null || concerns(row, staffId))
                        .filter(row -> day == null || isLive(row, day))
                        .toList();
        return Page.slice(
                rows,
                request,
                row -> PageRequest.join(row.granted().first().toString(), row.granted().id()));
    }

    private static boolean concerns(DelegationRow row, String staffId) {
        return row.granted().to().value().equals(staffId)
                || row.granted().from().staff().value().equals(staffId);
    }

    private static boolean isLive(DelegationRow row, LocalDate day) {
        return row.left().filter(left -> left.isLive(day)).isPresent();
    }
}
