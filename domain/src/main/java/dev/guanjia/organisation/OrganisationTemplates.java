package dev.guanjia.organisation;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
     * @param posts the posts that may fill a role
     * @return the templates
     */
    public static OrganisationTemplates load(PostCatalogue posts) {
        Class<?> beside = OrganisationTemplates.class;
        return of(
                Table.of(beside, "organisation-templates.csv", COLUMNS),
                Table.of(beside, "template-roles.csv", ROLE_COLUMNS),
                posts);
    }

    /**
     * Builds templates from rows of the same form.
     *
     * @param table columns {@code id,zh,en,from,source}
     * @param roleTable columns {@code template,role,zh,en,post,from,source}
     * @param posts the posts that may fill a role
     * @return the templates
     * @throws CatalogueException if a row is faulty, a role stands twice in a template, a role
     *     belongs to no template, or a template has no company leader
     */
    public static OrganisationTemplates of(Table table, Table roleTable, PostCatalogue posts) {
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

    private static PostKey fill(
            Map<String, Map<RoleKey, PostKey>> roles, Row row, PostCatalogue posts) {
        row.label();
        row.from();
        row.required("source");
        Map<RoleKey, PostKey> filled = roles.get(row.required("template"));
        if (filled == null) {
            throw new CatalogueException(List.of(row.fault("template", "unknown template")));
        }
        PostKey post = row.as("post", posts::parse);
        if (filled.putIfAbsent(row.as("role", RoleKey::new), post) != null) {
            throw new CatalogueException(List.of(row.fault("role", "stands twice")));
        }
        return post;
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
