package dev.guanjia.server.application;

import dev.guanjia.organisation.LibraryPost;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.Department;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The forms of company, the posts and the departments that ship with the server. */
@Service
public class OrganisationDesk {

    private final OrganisationTemplates templates;
    private final OrganisationModels models;
    private final PostLibrary posts;
    private final DepartmentLibrary departments;

    OrganisationDesk(
            OrganisationTemplates templates,
            OrganisationModels models,
            PostLibrary posts,
            DepartmentLibrary departments) {
        this.templates = templates;
        this.models = models;
        this.posts = posts;
        this.departments = departments;
    }

    /**
     * Lists the templates by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<OrganisationTemplate> templates(PageRequest request) {
        return Page.slice(templates.all(), request, OrganisationTemplate::id);
    }

    /**
     * A template with its tree.
     *
     * @param model the template, its posts and their lines
     * @param departments each after the one above it
     */
    public record Tree(OrganisationModel model, List<CompanyDepartment> departments) {

        /** Copies. */
        public Tree {
            departments = List.copyOf(departments);
        }
    }

    /**
     * Reads a template with its tree.
     *
     * @param id the template
     * @return the tree
     */
    public Tree template(String id) {
        OrganisationModel model = models.find(id).orElseThrow(() -> Fault.notFound(id));
        return new Tree(
                model, List.copyOf(DepartmentOrder.of(model.chart().departments()).keySet()));
    }

    /**
     * Lists the post library by id.
     *
     * @param kind only of this kind; empty for all
     * @param request which page
     * @return the page
     */
    public Page<LibraryPost> libraryPosts(Optional<String> kind, PageRequest request) {
        Given given = new Given();
        Optional<LibraryPost.Kind> only =
                kind.flatMap(text -> given.known("kind", text, LibraryPost.Kind.class));
        given.end();
        List<LibraryPost> rows =
                posts.all().stream()
                        .filter(post -> only.map(post.kind()::equals).orElse(true))
                        .toList();
        return Page.slice(rows, request, post -> post.key().value());
    }

    /**
     * Lists the department library by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<Department> libraryDepartments(PageRequest request) {
        return Page.slice(departments.all(), request, department -> department.key().value());
    }
}
