package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every organisation model of the requirements, ready for a company to start from: {@code
 * organisation-templates.csv}, {@code template-departments.csv}, {@code template-posts.csv}, {@code
 * template-roles.csv}, {@code template-actors.csv}. Source: requirements 01, section 4.
 */
public final class OrganisationModels {

    private static final List<String> COLUMNS =
            List.of("template", "id", "zh", "en", "bears", "parent", "from", "source");

    private final List<OrganisationModel> models;

    private OrganisationModels(List<OrganisationModel> models) {
        this.models = models;
    }

    /**
     * Loads the models that ship with the library.
     *
     * @return the models
     */
    public static OrganisationModels load() {
        return of(
                Table.of(OrganisationModels.class, "template-departments.csv", COLUMNS),
                Table.of(PostCatalogue.class, "template-posts.csv", PostCatalogue.COLUMNS));
    }

    /**
     * Builds models of the shipped templates from rows of the same form.
     *
     * @param departmentTable columns {@code template,id,zh,en,bears,parent,from,source}
     * @param postTable columns {@link PostCatalogue#COLUMNS}
     * @return the models
     * @throws CatalogueException if a row is faulty or names an unknown department
     */
    static OrganisationModels of(Table departmentTable, Table postTable) {
        DepartmentLibrary library = DepartmentLibrary.load();
        Map<String, List<CompanyDepartment>> departments = new HashMap<>();
        departmentTable.map(row -> add(departments, row, department(row, library)));
        Map<String, PostCatalogue> posts = PostCatalogue.templates();
        Map<String, List<CompanyPost>> places = new HashMap<>();
        postTable.map(row -> add(places, row, place(row, posts, departments)));
        List<OrganisationTemplate> templates = OrganisationTemplates.load().all();
        Map<String, Actors> actors =
                Actors.load(templates.stream().map(OrganisationTemplate::id).toList());
        List<OrganisationModel> models = new ArrayList<>();
        for (OrganisationTemplate template : templates) {
            OrganisationChart chart =
                    OrganisationChart.of(
                            departments.getOrDefault(template.id(), List.of()),
                            places.getOrDefault(template.id(), List.of()),
                            Optional.ofNullable(posts.get(template.id()))
                                    .map(PostCatalogue::outerSuperiors)
                                    .orElse(Map.of()));
            Optional.ofNullable(actors.get(template.id()))
                    .map(meaning -> new OrganisationModel(template, chart, meaning))
                    .ifPresent(models::add);
        }
        return new OrganisationModels(List.copyOf(models));
    }

    /**
     * Every model.
     *
     * @return in file order
     */
    public List<OrganisationModel> all() {
        return models;
    }

    /**
     * Looks up a model.
     *
     * @param id the id of its template, e.g. {@code SIX_LINE_DEPARTMENTS}
     * @return the model, or empty when there is none of that id
     */
    public Optional<OrganisationModel> find(String id) {
        return models.stream().filter(model -> model.template().id().equals(id)).findFirst();
    }

    private static <T> T add(Map<String, List<T>> byTemplate, Row row, T value) {
        byTemplate.computeIfAbsent(row.required("template"), id -> new ArrayList<>()).add(value);
        return value;
    }

    private static CompanyDepartment department(Row row, DepartmentLibrary library) {
        row.from();
        row.required("source");
        return CompanyDepartment.read(row, library);
    }

    private static CompanyPost place(
            Row row,
            Map<String, PostCatalogue> posts,
            Map<String, List<CompanyDepartment>> departments) {
        String template = row.required("template");
        PostKey key = row.as("id", PostKey::new);
        return new CompanyPost(
                Optional.ofNullable(posts.get(template))
                        .flatMap(known -> known.find(key))
                        .orElseThrow(() -> new IllegalArgumentException("unknown post: " + key)),
                row.as("bears", PostKey::new),
                CompanyDepartment.filled(row, "department")
                        .map(text -> known(row, departments.getOrDefault(template, List.of()))),
                CompanyDepartment.filled(row, "headcount")
                        .map(text -> row.as("headcount", Headcount::parse)));
    }

    private static DepartmentKey known(Row row, List<CompanyDepartment> departments) {
        DepartmentKey key = row.as("department", DepartmentKey::new);
        if (departments.stream().noneMatch(department -> department.key().equals(key))) {
            throw new CatalogueException(
                    List.of(row.fault("department", "unknown department: " + key)));
        }
        return key;
    }
}
