package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.Authority;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.AuthorityRule;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.AssignmentStore;
import dev.guanjia.server.store.AuthorityLimitStore;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import dev.guanjia.server.store.CompanyStore;
import dev.guanjia.server.store.CompanyStore.CompanyRow;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How the company is organised, as the domain's decisions want to know it. */
@Component
public class CompanyRules {

    private final CompanyStore companies;
    private final AuthorityLimitStore limits;
    private final AssignmentStore assignments;
    private final OrganisationTemplates templates;
    private final List<AuthorityRule> rules = AuthorityRule.load();

    CompanyRules(
            CompanyStore companies,
            AuthorityLimitStore limits,
            AssignmentStore assignments,
            OrganisationTemplates templates) {
        this.companies = companies;
        this.limits = limits;
        this.assignments = assignments;
        this.templates = templates;
    }

    /**
     * Which post fills which role.
     *
     * @param tenant the company
     * @return the template it was created from
     * @throws Refused 409 {@code company-not-set-up} until then
     */
    public OrganisationTemplate template(String tenant) {
        String id = company(tenant).template();
        return templates
                .find(id)
                .orElseThrow(() -> new IllegalStateException("unknown template: " + id));
    }

    /**
     * When the office is open.
     *
     * @param opens first moment open, included
     * @param closes moment of closing, excluded
     */
    public record Opening(LocalTime opens, LocalTime closes) {}

    /**
     * When the office is open, on every working day.
     *
     * @param tenant the company
     * @return the hours
     * @throws Refused 409 {@code company-not-set-up} until the company said so
     */
    public Opening opening(String tenant) {
        CompanyRow company = company(tenant);
        return new Opening(company.opens(), company.closes());
    }

    /**
     * Who may sign what.
     *
     * @param tenant the company
     * @return the rules and the company's own limits; the version names both
     * @throws Refused 409 {@code company-not-set-up} until there is a template
     */
    public Authority authority(String tenant) {
        List<LimitRow> rows = limits.all(tenant);
        List<AuthorityLimit> values = rows.stream().map(LimitRow::limit).toList();
        return new Authority(template(tenant), rules, new AuthorityLimits(values), version(rows));
    }

    /**
     * Which rows of authority hold now.
     *
     * @param tenant the company
     * @return the rules and the limit added last, such as {@code AUT-20/al_01J8ZQ3D4F}
     */
    public String authorityVersion(String tenant) {
        return version(limits.all(tenant));
    }

    /**
     * Who holds which post when.
     *
     * @param tenant the company
     * @return the assignments
     */
    public Assignments assignments(String tenant) {
        return assignments.all(tenant);
    }

    /**
     * The caller as the domain knows who acts.
     *
     * @param caller who gives a command that only posts may give
     * @return the person, in the acting post
     * @throws IllegalStateException if the caller acts in no post
     */
    public Actor actor(Caller caller) {
        String post =
                caller.actingPost().orElseThrow(() -> new IllegalStateException("acts in no post"));
        return new Actor(
                new StaffId(caller.staffId()),
                new PostKey(post),
                authorityVersion(caller.tenant()));
    }

    private CompanyRow company(String tenant) {
        return companies
                .find(tenant)
                .orElseThrow(() -> CompanyRefusal.COMPANY_NOT_SET_UP.with(Map.of()));
    }

    private String version(List<LimitRow> rows) {
        String ids = rules.stream().map(AuthorityRule::id).collect(Collectors.joining("+"));
        return rows.isEmpty() ? ids : ids + "/" + rows.get(rows.size() - 1).id();
    }
}
