package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.AuthorityLimitStore;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import dev.guanjia.server.store.TenantStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How much a post may sign. */
@Service
public class AuthorityLimitDesk {

    private final Permissions permissions;
    private final AuthorityLimitStore limits;
    private final TenantStore tenants;
    private final CompanyTrees trees;
    private final AuthorityKinds kinds;
    private final Audit audit;

    AuthorityLimitDesk(
            Permissions permissions,
            AuthorityLimitStore limits,
            TenantStore tenants,
            CompanyTrees trees,
            AuthorityKinds kinds,
            Audit audit) {
        this.permissions = permissions;
        this.limits = limits;
        this.tenants = tenants;
        this.trees = trees;
        this.kinds = kinds;
        this.audit = audit;
    }

    /**
     * A limit as it was given.
     *
     * @param kind what is signed
     * @param post who signs
     * @param amount the largest amount
     * @param currency its currency
     * @param from the first day
     * @param demo whether it is invented for a demonstration
     */
    public record Draft(
            String kind,
            String post,
            String amount,
            String currency,
            LocalDate from,
            boolean demo) {}

    /**
     * Sets a limit from a day on.
     *
     * @param caller who asks
     * @param draft the limit
     * @return the limit
     */
    public LimitRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-authority-limit", draft.post());
        AuthorityLimit limit = read(caller, draft);
        tenants.lock(caller.tenant());
        List<AuthorityLimit> standing =
                limits.all(caller.tenant()).stream().map(LimitRow::limit).toList();
        Refused.unlessAccepted(new AuthorityLimits(standing).add(limit));
        LimitRow row = new LimitRow(Ids.next("al"), limit);
        limits.add(caller.tenant(), row);
        Map<String, String> facts = Map.of("post", draft.post(), "limit", limit.limit().toString());
        audit.accepted(caller, "create-authority-limit", row.id(), facts);
        return row;
    }

    /**
     * Lists limits by kind, post and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<LimitRow> list(Caller caller, PageRequest request) {
        return limits.list(caller.tenant(), request);
    }

    private AuthorityLimit read(Caller caller, Draft draft) {
        Given given = new Given();
        Optional<AuthorityKind> kind = given.kind("/kind", draft.kind(), kinds);
        Optional<PostKey> post = given.post("/post", draft.post(), posts(caller, draft));
        Optional<Money> amount = given.money("/limit", draft.amount(), draft.currency());
        given.day("/from", draft.from());
        given.end();
        return new AuthorityLimit(
                kind.orElseThrow(),
                post.orElseThrow(),
                amount.orElseThrow(),
                draft.from(),
                draft.demo());
    }

    /** The company's own posts on the first day of the limit. */
    private PostCatalogue posts(Caller caller, Draft draft) {
        return trees.of(caller.tenant()).company().on(draft.from());
    }
}
