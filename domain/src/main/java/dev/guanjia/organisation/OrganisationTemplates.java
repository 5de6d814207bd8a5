package dev.guanjia.organisation;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The forms of company on offer: {@code organisation-templates.csv} and {@code template-roles.csv}.
 */
public final class OrganisationTemplates {

    private static final List<String> COLUMNS = List.of("id", "zh", "en", "from", "source");
    private static final List<String> ROLE_COLUMNS =
            List.of("template", "role", "zh", "en", "post", "from", "source");

    private final List<OrganisationTemplate> templates;

    private OrganisationTemplates(List<OrganisationTemplate> templates) {
        this.templates = templates;
    }

    /**
     * Loads the templates that ship with the library.
     *
     * @return the templates
     */
    public static OrganisationTemplates load() {
        return of(templateRows(), roleRows(), PostCatalogue.templates());
    }

    /**
     * Loads those templates that a company with the given posts can use.
     *
     * @param posts the posts of the company
     * @return the templates all of whose posts are among them
     */
    public static OrganisationTemplates load(PostCatalogue posts) {
        Map<String, PostCatalogue> shipped = PostCatalogue.templates();
        return new OrganisationTemplates(
                of(templateRows(), roleRows(), shipped).all().stream()
                        .filter(template -> isWithin(shipped.get(template.id()), posts))
                        .toList());
    }

    /**
     * Builds templates from rows of the same form.
     *
     * @param table columns {@code id,zh,en,from,source}
     * @param roleTable columns {@code template,role,zh,en,post,from,source}
     * @param posts the posts of each template, which may fill its roles
     * @return the templates
     * @throws CatalogueException if a row is faulty, a role stands twice in a template, a role
     *     belongs to no template, or a template has no company leader
     */
    public static OrganisationTemplates of(
            Table table, Table roleTable, Map<String, PostCatalogue> posts) {
        Map<String, Map<RoleKey, PostKey>> roles = new TreeMap<>();
        table.unique("id").rows().forEach(row -> roles.put(row.text("id"), new TreeMap<>()));
        roleTable.map(row -> fill(roles, row, posts));
        return new OrganisationTemplates(table.map(row -> template(row, roles)));
    }

    /**
     * Every template.
     *
     * @return in file order
     */
    public List<OrganisationTemplate> all() {
        return templates;
    }

    /**
     * Looks up a template.
     *
     * @param id its id
     * @return the template, or empty when there is none of that id
     */
    public Optional<OrganisationTemplate> find(String id) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    private static Table templateRows() {
        return Table.of(OrganisationTemplates.class, "organisation-templates.csv", COLUMNS);
    }

    private static Table roleRows() {
        return Table.of(OrganisationTemplates.class, "template-roles.csv", ROLE_COLUMNS);
    }

    private static PostKey fill(
            Map<String, Map<RoleKey, PostKey>> roles, Row row, Map<String, PostCatalogue> posts) {
        row.label();
        row.from();
        row.required("source");
        Map<RoleKey, PostKey> filled = roles.get(row.required("template"));
        PostCatalogue known = posts.get(row.text("template"));
        if (filled == null || known == null) {
            throw new CatalogueException(List.of(row.fault("template", "unknown template")));
        }
        PostKey post = row.as("post", known::parse);
        if (filled.putIfAbsent(row.as("role", RoleKey::new), post) != null) {
            throw new CatalogueException(List.of(row.fault("role", "stands twice")));
        }
        return post;
    }

    private static boolean isWithin(@Nullable PostCatalogue template, PostCatalogue posts) {
        return template != null
                && template.all().stream().allMatch(post -> posts.find(post.key()).isPresent());
    }

    private static OrganisationTemplate template(
            Row row, Map<String, Map<RoleKey, PostKey>> roles) {
        String id = row.required("id");
        return new OrganisationTemplate(
                id,
                row.label(),
                roles.getOrDefault(id, Map.of()),
                row.from(),
                row.required("source"));
    }
}
