package dev.guanjia.server.web;

import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.server.api.model.AuthorityLimit;
import dev.guanjia.server.api.model.AuthorityLimitCreate;
import dev.guanjia.server.api.model.AuthorityLimitPage;
import dev.guanjia.server.api.model.Company;
import dev.guanjia.server.api.model.CompanyCreate;
import dev.guanjia.server.api.model.OfficeHours;
import dev.guanjia.server.api.model.OrganisationTemplatePage;
import dev.guanjia.server.application.AuthorityLimitDesk;
import dev.guanjia.server.application.CompanyDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.AuthorityLimitStore.LimitRow;
import dev.guanjia.server.store.CompanyStore.CompanyRow;
import java.time.LocalTime;

/** The company, its posts and its limits on the wire. */
final class CompanyMapping {

    private CompanyMapping() {}

    static CompanyDesk.Draft draft(CompanyCreate body) {
        OfficeHours hours = body.getOfficeHours();
        return new CompanyDesk.Draft(
                body.getName(),
                body.getTemplateId(),
                LocalTime.parse(hours.getOpens()),
                LocalTime.parse(hours.getCloses()));
    }

    static Company company(CompanyRow row) {
        return new Company(
                row.name(),
                row.template(),
                // LocalTime leaves out seconds that are zero, and ours are
                new OfficeHours(row.opens().toString(), row.closes().toString()),
                Wire.at(row.recordedAt()));
    }

    static OrganisationTemplatePage templates(Page<OrganisationTemplate> page) {
        return new OrganisationTemplatePage(page.map(CompanyMapping::template).items())
                .nextCursor(page.nextCursor());
    }

    static AuthorityLimitDesk.Draft draft(AuthorityLimitCreate body) {
        return new AuthorityLimitDesk.Draft(
                body.getKind(),
                body.getPost(),
                body.getLimit().getAmount(),
                body.getLimit().getCurrency(),
                body.getFrom(),
                body.getDemo());
    }

    static AuthorityLimit limit(LimitRow row) {
        dev.guanjia.organisation.AuthorityLimit limit = row.limit();
        return new AuthorityLimit(
                row.id(),
                limit.kind().value(),
                limit.post().value(),
                Wire.money(limit.limit()),
                limit.from(),
                limit.demo());
    }

    static AuthorityLimitPage limits(Page<LimitRow> page) {
        return new AuthorityLimitPage(page.map(CompanyMapping::limit).items())
                .nextCursor(page.nextCursor());
    }

    private static dev.guanjia.server.api.model.OrganisationTemplate template(
            OrganisationTemplate template) {
        return new dev.guanjia.server.api.model.OrganisationTemplate(
                template.id(),
                Wire.label(template.label()),
                TemplateMapping.roles(template),
                template.source());
    }
}
