package dev.guanjia.server.application;

import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.RoleKey;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.RuleOverride;
import dev.guanjia.organisation.segregation.SegregatedPair;
import dev.guanjia.organisation.segregation.SegregationKind;
import dev.guanjia.organisation.segregation.SegregationRule;
import dev.guanjia.organisation.segregation.Violation;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.SegregationStore;
import dev.guanjia.server.store.SegregationStore.OverrideRow;
import dev.guanjia.server.store.SegregationStore.RuleRow;
import dev.guanjia.server.store.TenantStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is kept apart, and who combines it. */
@Service
public class SegregationDesk {

    private static final String CREATE = "create-segregation-rule";

    private final Clerk clerk;
    private final SegregationBook book;
    private final SegregationStore store;
    private final TenantStore tenants;
    private final CompanyRules company;
    private final Clock clock;

    SegregationDesk(
            Clerk clerk,
            SegregationBook book,
            SegregationStore store,
            TenantStore tenants,
            CompanyRules company,
            Clock clock) {
        this.clerk = clerk;
        this.book = book;
        this.store = store;
        this.tenants = tenants;
        this.company = company;
        this.clock = clock;
    }

    /**
     * That a person combines what is kept apart.
     *
     * @param violation who, what, and what that means
     * @param override the live override, or the one that ended last; empty if there was none
     */
    public record Finding(Violation violation, Optional<OverrideRow> override) {}

    /**
     * Which findings are listed; what is null is not asked about.
     *
     * @param standing what a combination means
     * @param staffId the person
     * @param day the day that is looked at; null for today
     */
    public record Filter(
            @Nullable String standing, @Nullable String staffId, @Nullable LocalDate day) {}

    /**
     * Adds a pair to keep apart.
     *
     * @param caller who asks
     * @param row the rule
     * @return the rule
     */
    public SegregationRule create(Caller caller, RuleRow row) {
        clerk.admit(caller, CREATE, row.id());
        require(caller, row);
        tenants.lock(caller.tenant());
        boolean taken = book.of(caller.tenant()).rules().find(row.id()).isPresent();
        if (taken || !store.add(caller.tenant(), row, clock.instant())) {
            throw ApprovalRefusal.SEGREGATION_RULE_TAKEN.with(Map.of("rule", row.id()));
        }
        Map<String, String> facts =
                Map.of(
                        "left", String.join(", ", row.pair().left()),
                        "right", String.join(", ", row.pair().right()),
                        "effect", row.effect());
        clerk.done(caller, CREATE, row.id(), facts);
        return book.of(caller.tenant()).rules().find(row.id()).orElseThrow();
    }

    private void require(Caller caller, RuleRow row) {
        Given given = new Given();
        given.text("/label/zh", row.zh());
        given.text("/label/en", row.en());
        Optional<SegregationKind> kind =
                given.known("/kind", row.pair().kind(), SegregationKind.class);
        if (kind.filter(SegregationKind.RULE::equals).isPresent()) {
            given.unknown("/kind", row.pair().kind());
        }
        given.known("/effect", row.effect(), SegregationRule.Effect.class);
        if (row.pair().left().stream().anyMatch(row.pair().right()::contains)) {
            String expected = "no key of the other side";
            given.wrong("/right", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        String role = row.overriddenBy();
        if (role != null && !fills(caller, role)) {
            given.unknown("/overridden_by", role);
        }
        given.day("/from", row.from());
        given.end();
    }

    private boolean fills(Caller caller, String role) {
        OrganisationTemplate template = company.template(caller.tenant());
        return template.roles().keySet().stream().map(RoleKey::value).anyMatch(role::equals);
    }

    /**
     * Lists the rules of the catalogue and of the company by id.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<SegregationRule> rules(Caller caller, PageRequest request) {
        List<SegregationRule> all = book.of(caller.tenant()).rules().all();
        return Page.slice(all, request, SegregationRule::id);
    }

    /**
     * Lists who combines what is kept apart, by person and rule.
     *
     * @param caller who asks
     * @param filter which, on which day
     * @param request which page
     * @return the page
     */
    public Page<Finding> violations(Caller caller, Filter filter, PageRequest request) {
        Optional<Violation.Standing> standing = standing(filter);
        LocalDate day = filter.day() == null ? LocalDate.now(clock) : filter.day();
        String staffId = filter.staffId();
        Holdings holdings =
                (staffId == null
                                ? book.mandates(caller.tenant())
                                : book.mandatesOf(caller.tenant(), staffId))
                        .holdings();
        List<Violation> found =
                book.of(caller.tenant()).report(holdings, day).violations().stream()
                        .filter(row -> standing.filter(s -> s != row.standing()).isEmpty())
                        .toList();
        List<OverrideRow> overrides = store.overrides(caller.tenant());
        return Page.slice(found, request, SegregationDesk::key)
                .map(row -> new Finding(row, named(row, overrides)));
    }

    private static Optional<Violation.Standing> standing(Filter filter) {
        if (filter.standing() == null) {
            return Optional.empty();
        }
        Given given = new Given();
        Optional<Violation.Standing> standing =
                given.known("standing", filter.standing(), Violation.Standing.class);
        given.end();
        return standing;
    }

    private static String key(Violation row) {
        SegregatedPair pair = row.pair();
        return PageRequest.join(
                row.staff().value(), pair.rule(), pair.left().value(), pair.right().value());
    }

    private static Optional<OverrideRow> named(Violation row, List<OverrideRow> overrides) {
        Optional<RuleOverride> wanted = row.override();
        return overrides.stream()
                .filter(known -> wanted.filter(known.override()::equals).isPresent())
                .findFirst();
    }
}
