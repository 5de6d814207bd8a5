package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CallBackPolicyStore;
import dev.guanjia.server.store.CallBackPolicyStore.PolicyRow;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.workorder.callback.CallBackPolicies;
import dev.guanjia.workorder.callback.CallBackPolicy;
import dev.guanjia.workorder.callback.CallBackPolicy.Subject;
import dev.guanjia.workorder.callback.CallBackReason;
import dev.guanjia.workorder.callback.CallBackRefusal;
import dev.guanjia.workorder.callback.CallBackRule;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.callback.Callers;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which orders a company calls back about. */
@Service
public class CallBackPolicyDesk {

    private static final String COMMAND = "create-call-back-policy";
    private static final Map<RefusalCode, String> POINTERS =
            Map.of(
                    CallBackRefusal.POLICY_WITHOUT_CALL, "/mode",
                    CallBackRefusal.POLICY_TOO_WEAK, "/mode",
                    CallBackRefusal.POLICY_EXISTS, "/from");
    private static final Rational HUNDRED = Rational.of(100, 1);

    private final List<CallBackReason> reasons = CallBackReason.load();
    private final Permissions permissions;
    private final TenantStore tenants;
    private final CallBackPolicyStore store;
    private final CallBackBook book;
    private final CompanyTrees trees;
    private final Audit audit;
    private final Clock clock;

    CallBackPolicyDesk(
            Permissions permissions,
            TenantStore tenants,
            CallBackPolicyStore store,
            CallBackBook book,
            CompanyTrees trees,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.store = store;
        this.book = book;
        this.trees = trees;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which orders.
     *
     * @param kind of this kind
     * @param customer for this sort of customer; null for all
     * @param mode how it is decided
     * @param percent the share of a sample; null for none
     * @param seed what a sample is drawn with; null for none
     */
    public record Which(
            String kind,
            @Nullable String customer,
            String mode,
            @Nullable String percent,
            @Nullable Long seed) {}

    /**
     * A policy as it was given.
     *
     * @param which which orders
     * @param callers who may call
     * @param sameDepartment whether the department that did the work may
     * @param label what it says
     * @param from the first day
     */
    public record Draft(
            Which which,
            List<String> callers,
            boolean sameDepartment,
            GivenLabel label,
            LocalDate from) {

        /** Copies. */
        public Draft {
            callers = List.copyOf(callers);
        }
    }

    /**
     * A policy to show.
     *
     * @param row the policy
     * @param own whether the company set it
     */
    public record Shown(PolicyRow row, boolean own) {}

    /**
     * Sets which orders are called back.
     *
     * @param caller who asks
     * @param draft the policy
     * @return the policy
     */
    public Shown create(Caller caller, Draft draft) {
        permissions.require(caller, COMMAND, draft.which().kind());
        PolicyRow row = read(caller, draft);
        tenants.lock(caller.tenant());
        CallBackPolicies all = book.policies(caller.tenant());
        Refused.unlessAccepted(all.set(row.policy()), POINTERS);
        store.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts =
                Map.of("kind", draft.which().kind(), "from", draft.from().toString());
        audit.accepted(caller, COMMAND, row.policy().id(), facts);
        return new Shown(row, true);
    }

    private PolicyRow read(Caller caller, Draft draft) {
        Given given = new Given();
        Which which = draft.which();
        Optional<WorkOrderKind> kind = given.known("/kind", which.kind(), WorkOrderKind.class);
        Optional<CustomerClass> customer =
                Optional.ofNullable(which.customer())
                        .flatMap(text -> given.known("/customer", text, CustomerClass.class));
        Optional<CallBackRule> rule =
                given.known("/mode", which.mode(), Mode.class)
                        .flatMap(mode -> rule(given, mode, which));
        List<PostKey> callers = callers(given, caller.tenant(), draft.callers());
        Optional<Label> label = draft.label().read(given, "/label");
        given.day("/from", draft.from());
        given.end();
        CallBackPolicy policy =
                new CallBackPolicy(
                        Ids.next("cp"),
                        label.orElseThrow(),
                        new Subject(kind.orElseThrow(), customer.orElse(null)),
                        rule.orElseThrow(),
                        new Callers(callers, draft.sameDepartment()),
                        draft.from(),
                        "company");
        return new PolicyRow(policy, which.seed());
    }

    private static Optional<CallBackRule> rule(Given given, Mode mode, Which which) {
        boolean sample = mode == Mode.SAMPLE;
        check(given, "/percent", which.percent(), sample);
        check(given, "/seed", which.seed(), sample);
        String percent = which.percent();
        if (!sample) {
            return Optional.of(
                    new CallBackRule(mode, mode == Mode.NONE ? Rational.ZERO : Rational.ONE));
        }
        return percent == null
                ? Optional.empty()
                : Optional.of(new CallBackRule(mode, Rational.parse(percent).over(HUNDRED)));
    }

    private static void check(Given given, String pointer, @Nullable Object value, boolean needed) {
        if (needed && value == null) {
            given.faults().add(pointer, FieldCode.MISSING, Map.of());
        }
        if (!needed && value != null) {
            given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", "nothing unless SAMPLE");
        }
    }

    /** Posts of the company, or keys that mean some. */
    private List<PostKey> callers(Given given, String tenant, List<String> texts) {
        HolderResolution resolution = trees.of(tenant).resolution(LocalDate.now(clock));
        List<PostKey> callers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            PostKey key = new PostKey(texts.get(i));
            if (resolution.posts(key).isEmpty()) {
                given.unknown("/callers/" + i, texts.get(i));
            }
            callers.add(key);
        }
        return callers;
    }

    /**
     * Lists the company's policies and those that ship, by kind, customer and first day.
     *
     * @param caller who asks
     * @param kind only of this kind; null for all
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, @Nullable String kind, PageRequest request) {
        Given given = new Given();
        if (kind != null) {
            given.known("kind", kind, WorkOrderKind.class);
        }
        given.end();
        List<Shown> all = new ArrayList<>();
        book.policies(caller.tenant())
                .shipped()
                .forEach(policy -> all.add(new Shown(new PolicyRow(policy, null), false)));
        store.all(caller.tenant()).forEach(row -> all.add(new Shown(row, true)));
        all.removeIf(one -> kind != null && !kindOf(one).name().equals(kind));
        return Page.slice(all, request, CallBackPolicyDesk::key);
    }

    private static WorkOrderKind kindOf(Shown shown) {
        return shown.row().policy().subject().kind();
    }

    private static String key(Shown shown) {
        CallBackPolicy policy = shown.row().policy();
        CustomerClass customer = policy.subject().customer();
        return PageRequest.join(
                kindOf(shown).name(),
                customer == null ? "" : customer.name(),
                policy.from().toString(),
                policy.id());
    }

    /**
     * Lists why customers are satisfied or not, by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<CallBackReason> reasons(PageRequest request) {
        return Page.slice(reasons, request, CallBackReason::id);
    }
}
