package dev.guanjia.server;

import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.organisation.segregation.SegregationRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The domain's catalogues, read once at the start: a faulty row keeps the server from starting. */
@Configuration(proxyBeanMethods = false)
class Catalogues {

    @Bean
    PostCatalogue posts() {
        return PostCatalogue.load();
    }

    @Bean
    OrganisationTemplates templates(PostCatalogue posts) {
        return OrganisationTemplates.load(posts);
    }

    @Bean
    ApprovalChains approvalChains() {
        return ApprovalChains.load();
    }

    @Bean
    AuthorityKinds authorityKinds(ApprovalChains chains) {
        return chains.kinds();
    }

    @Bean
    SegregationRules segregationRules() {
        return SegregationRules.load();
    }

    @Bean
    WorkCalendar workCalendar() {
        return ChinaCalendar.load();
    }

    @Bean
    Permissions commandPermissions(PostCatalogue posts) {
        return Permissions.load(posts);
    }
}
