package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.ApprovalRequest;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ApprovalReader.ApprovalView;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ApprovalEventStore;
import dev.guanjia.server.store.ApprovalEventStore.EventRow;
import dev.guanjia.server.store.ApprovalEventStore.When;
import dev.guanjia.server.store.ApprovalStore;
import dev.guanjia.server.store.ApprovalStore.Matter;
import dev.guanjia.server.store.StaffStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decisions asked for. */
@Service
public class ApprovalDesk {

    private static final String COMMAND = "request-approval";

    private final Clerk clerk;
    private final ApprovalRules rules;
    private final ApprovalStore approvals;
    private final ApprovalEventStore events;
    private final ApprovalReader reader;
    private final AuthorityKinds kinds;
    private final StaffStore staff;
    private final Clock clock;

    ApprovalDesk(
            Clerk clerk,
            ApprovalRules rules,
            ApprovalStore approvals,
            ApprovalEventStore events,
            ApprovalReader reader,
            AuthorityKinds kinds,
            StaffStore staff,
            Clock clock) {
        this.clerk = clerk;
        this.rules = rules;
        this.approvals = approvals;
        this.events = events;
        this.reader = reader;
        this.kinds = kinds;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A request as it was given.
     *
     * @param kind what is to be decided
     * @param amount how much; empty where the kind knows no amount
     * @param matter what it is about
     * @param attachments where the papers are kept
     * @param acts what others did in the matter before
     */
    public record Draft(
            String kind,
            Optional<Sum> amount,
            Matter matter,
            List<String> attachments,
            List<Done> acts) {}

    /**
     * An amount as it was given.
     *
     * @param amount in major units
     * @param currency of what
     */
    public record Sum(String amount, String currency) {}

    /**
     * What somebody did in the matter before.
     *
     * @param act what
     * @param staffId who
     */
    public record Done(String act, String staffId) {}

    /**
     * Asks for a decision.
     *
     * @param caller who asks, in the acting post
     * @param draft what for
     * @return the approval, open
     */
    public ApprovalView request(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.kind());
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        ApprovalRequest request = read(caller, draft, today);
        Ruling.unlessRefused(
                rules.of(caller.tenant()).request(request), new Breach(COMMAND, draft.kind()));
        approvals.add(caller.tenant(), request, draft.matter(), now);
        EventRow event =
                new EventRow(
                        request.id(),
                        "REQUEST",
                        request.requester(),
                        new When(now, today),
                        "",
                        Optional.empty());
        events.add(caller.tenant(), event);
        Map<String, String> facts =
                Map.of(
                        "kind", draft.kind(),
                        "amount", request.amount().map(Money::toString).orElse("-"));
        clerk.done(caller, COMMAND, request.id(), facts);
        return reader.get(caller, request.id());
    }

    private ApprovalRequest read(Caller caller, Draft draft, LocalDate today) {
        Given given = new Given();
        Optional<AuthorityKind> kind = given.kind("/kind", draft.kind(), kinds);
        Optional<Money> amount = draft.amount().flatMap(sum -> positive(given, sum));
        given.text("/subject", draft.matter().subject());
        Optional.ofNullable(draft.matter().reference())
                .ifPresent(reference -> given.text("/reference", reference));
        for (int i = 0; i < draft.attachments().size(); i++) {
            given.text("/attachments/" + i, draft.attachments().get(i));
        }
        for (int i = 0; i < draft.acts().size(); i++) {
            String by = draft.acts().get(i).staffId();
            if (staff.find(caller.tenant(), by).isEmpty()) {
                given.unknown("/acts/" + i + "/staff_id", by);
            }
        }
        given.end();
        Actor requester = clerk.actor(caller);
        return new ApprovalRequest(
                Ids.next("ap"),
                kind.orElseThrow(),
                amount,
                requester,
                today,
                draft.attachments(),
                draft.acts().stream().map(ApprovalDesk::act).toList());
    }

    private static Optional<Money> positive(Given given, Sum sum) {
        Optional<Money> money = given.money("/amount", sum.amount(), sum.currency());
        return money.filter(some -> !some.isPositive()).isPresent()
                ? given.wrong("/amount/amount", FieldCode.OUT_OF_RANGE, "expected", "more than 0")
                : money;
    }

    private static Act act(Done done) {
        return new Act(new SegregationKey(done.act()), new StaffId(done.staffId()));
    }
}
