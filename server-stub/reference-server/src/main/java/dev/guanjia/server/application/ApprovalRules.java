package dev.guanjia.server.application;

import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.Company;
import dev.guanjia.organisation.authority.Powers;
import dev.guanjia.server.store.AuthorityLimitStore;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may decide what in a company, as the domain wants to know it. */
@Component
class ApprovalRules {

    private final CompanyRules company;
    private final AuthorityLimitStore limits;
    private final SegregationBook segregation;
    private final ApprovalChains chains;
    private final CompanyTrees trees;
    private final Clock clock;

    ApprovalRules(
            CompanyRules company,
            AuthorityLimitStore limits,
            SegregationBook segregation,
            ApprovalChains chains,
            CompanyTrees trees,
            Clock clock) {
        this.company = company;
        this.limits = limits;
        this.segregation = segregation;
        this.chains = chains;
        this.trees = trees;
        this.clock = clock;
    }

    /** Everything that decides; 409 {@code company-not-set-up} until there is a company. */
    Approvals of(String tenant) {
        List<AuthorityLimit> rows = limits.all(tenant).stream().map(LimitRow::limit).toList();
        PostCatalogue posts = trees.of(tenant).company().on(LocalDate.now(clock));
        return new Approvals(
                new Company(posts, filled(company.template(tenant), posts), chains.roles()),
                segregation.mandates(tenant),
                segregation.of(tenant),
                new Powers(chains, new AuthorityLimits(rows), company.authorityVersion(tenant)));
    }

    /** The template, its roles filled by posts that the company has today. */
    private static OrganisationTemplate filled(OrganisationTemplate template, PostCatalogue posts) {
        Map<RoleKey, PostKey> roles = new TreeMap<>(template.roles());
        roles.replaceAll((role, post) -> filled(post, posts));
        return new OrganisationTemplate(
                template.id(), template.label(), roles, template.from(), template.source());
    }

    /** The post, or the one that bears its duties now; failing both, the highest there is. */
    private static PostKey filled(PostKey post, PostCatalogue posts) {
        return Stream.of(
                        posts.find(post).stream().map(Post::key),
                        posts.bearing(post).stream(),
                        posts.all().stream()
                                .map(Post::key)
                                .filter(key -> posts.superiors(key).isEmpty()))
                .flatMap(keys -> keys)
                .findFirst()
                .orElse(post);
    }
}
