package dev.guanjia.server.application;

import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.Company;
import dev.guanjia.organisation.authority.Powers;
import dev.guanjia.server.store.AuthorityLimitStore;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may decide what in a company, as the domain wants to know it. */
@Component
class ApprovalRules {

    private final CompanyRules company;
    private final AuthorityLimitStore limits;
    private final SegregationBook segregation;
    private final ApprovalChains chains;
    private final PostCatalogue posts;

    ApprovalRules(
            CompanyRules company,
            AuthorityLimitStore limits,
            SegregationBook segregation,
            ApprovalChains chains,
            PostCatalogue posts) {
        this.company = company;
        this.limits = limits;
        this.segregation = segregation;
        this.chains = chains;
        this.posts = posts;
    }

    /** Everything that decides; 409 {@code company-not-set-up} until there is a company. */
    Approvals of(String tenant) {
        List<AuthorityLimit> rows = limits.all(tenant).stream().map(LimitRow::limit).toList();
        return new Approvals(
                new Company(posts, company.template(tenant), chains.roles()),
                segregation.mandates(tenant),
                segregation.of(tenant),
                new Powers(chains, new AuthorityLimits(rows), company.authorityVersion(tenant)));
    }
}
