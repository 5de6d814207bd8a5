package dev.guanjia.server.web;

import dev.guanjia.organisation.LibraryPost;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.Department;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.server.api.model.Headcount;
import dev.guanjia.server.api.model.LibraryDepartment;
import dev.guanjia.server.api.model.LibraryDepartmentPage;
import dev.guanjia.server.api.model.LibraryPostPage;
import dev.guanjia.server.api.model.OrganisationTemplateTree;
import dev.guanjia.server.api.model.TemplateDepartment;
import dev.guanjia.server.api.model.TemplatePost;
import dev.guanjia.server.api.model.TemplateRole;
import dev.guanjia.server.application.OrganisationDesk;
import dev.guanjia.server.paging.Page;
import java.util.List;

/** Templates and libraries of the catalogue on the wire. */
final class TemplateMapping {

    private TemplateMapping() {}

    static OrganisationTemplateTree tree(OrganisationDesk.Tree tree) {
        OrganisationTemplate template = tree.model().template();
        return new OrganisationTemplateTree(
                template.id(),
                Wire.label(template.label()),
                roles(template),
                tree.departments().stream().map(unit -> department(unit, template)).toList(),
                tree.model().chart().places().stream().map(TemplateMapping::post).toList(),
                template.from(),
                template.source());
    }

    static List<TemplateRole> roles(OrganisationTemplate template) {
        return template.roles().entrySet().stream()
                .map(role -> new TemplateRole(role.getKey().value(), role.getValue().value()))
                .toList();
    }

    static LibraryPostPage posts(Page<LibraryPost> page) {
        return new LibraryPostPage(page.map(TemplateMapping::post).items())
                .nextCursor(page.nextCursor());
    }

    static LibraryDepartmentPage departments(Page<Department> page) {
        return new LibraryDepartmentPage(page.map(TemplateMapping::department).items())
                .nextCursor(page.nextCursor());
    }

    static Headcount headcount(LibraryPost.Headcount plan) {
        Headcount headcount = new Headcount(plan.min());
        plan.max().ifPresent(headcount::max);
        return headcount;
    }

    private static TemplateDepartment department(
            CompanyDepartment unit, OrganisationTemplate template) {
        return new TemplateDepartment(
                        unit.key().value(), Wire.label(unit.label()), template.source())
                .bears(unit.bears().map(DepartmentKey::value).orElse(null))
                .parent(unit.parent().map(DepartmentKey::value).orElse(null));
    }

    private static TemplatePost post(CompanyPost place) {
        Post post = place.post();
        return new TemplatePost(
                        post.key().value(),
                        Wire.label(post.label()),
                        place.bears().value(),
                        post.reportsTo().value(),
                        post.source())
                .department(place.department().map(DepartmentKey::value).orElse(null))
                .function(post.department().orElse(null))
                .headcount(place.headcount().map(TemplateMapping::headcount).orElse(null));
    }

    private static dev.guanjia.server.api.model.LibraryPost post(LibraryPost post) {
        return new dev.guanjia.server.api.model.LibraryPost(
                        post.key().value(),
                        Wire.label(post.label()),
                        post.kind().name(),
                        post.placement().reportsTo().stream().map(PostKey::value).toList(),
                        post.placement().family(),
                        post.from(),
                        post.source())
                .function(post.placement().function().orElse(null))
                .headcount(post.headcount().map(TemplateMapping::headcount).orElse(null));
    }

    private static LibraryDepartment department(Department department) {
        return new LibraryDepartment(
                department.key().value(),
                Wire.label(department.label()),
                department.function(),
                department.from(),
                department.source());
    }
}
