package dev.guanjia.server;

import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.maintenance.MaintenanceStandards;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.organisation.segregation.SegregationRules;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.dispatch.WorkNeeds;
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
    OrganisationTemplates templates() {
        return OrganisationTemplates.load();
    }

    @Bean
    OrganisationModels organisationModels() {
        return OrganisationModels.load();
    }

    @Bean
    PostLibrary postLibrary() {
        return PostLibrary.load();
    }

    @Bean
    DepartmentLibrary departmentLibrary() {
        return DepartmentLibrary.load();
    }

    @Bean
    Requirements requirements() {
        return Requirements.load();
    }

    @Bean
    WorkNeeds workNeeds() {
        return WorkNeeds.load();
    }

    @Bean
    DutyCatalogue dutyCatalogue() {
        return DutyCatalogue.load();
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
    Permissions commandPermissions() {
        return Permissions.load();
    }

    @Bean
    EquipmentCatalogue equipmentCatalogue() {
        return EquipmentCatalogue.load();
    }

    @Bean
    MaintenanceStandards maintenanceStandards() {
        return MaintenanceStandards.load();
    }
}
