package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A company on one day: its departments as a tree, its posts in them, and who reports to whom.
 * Neither departments nor superiors go in a circle.
 */
public final class OrganisationChart {

    private final Map<DepartmentKey, CompanyDepartment> departments = new LinkedHashMap<>();
    private final Map<PostKey, CompanyPost> places = new LinkedHashMap<>();
    private final PostCatalogue posts;

    private OrganisationChart(
            Collection<CompanyDepartment> departments,
            Collection<CompanyPost> places,
            Map<PostKey, Label> outer) {
        departments.forEach(department -> this.departments.put(department.key(), department));
        departments.forEach(this::requireTree);
        places.forEach(place -> this.places.put(place.key(), place));
        places.forEach(place -> place.department().ifPresent(this::requireDepartment));
        Map<PostKey, PostKey> bears = new HashMap<>();
        places.forEach(place -> bears.put(place.key(), place.bears()));
        this.posts =
                PostCatalogue.of(places.stream().map(CompanyPost::post).toList(), bears, outer);
    }

    /**
     * Draws a company.
     *
     * @param departments each key once
     * @param places the posts, each key once
     * @param outer superiors outside the company
     * @return the chart
     * @throws IllegalArgumentException if a department or superior is unknown, or goes in a circle
     */
    public static OrganisationChart of(
            Collection<CompanyDepartment> departments,
            Collection<CompanyPost> places,
            Map<PostKey, Label> outer) {
        return new OrganisationChart(departments, places, outer);
    }

    /**
     * The company of which only the posts are known.
     *
     * @param posts who reports to whom
     * @return the chart, without departments and without a headcount plan
     */
    public static OrganisationChart of(PostCatalogue posts) {
        List<CompanyPost> places =
                posts.all().stream()
                        .map(
                                post ->
                                        new CompanyPost(
                                                post,
                                                posts.bears(post.key()),
                                                Optional.empty(),
                                                Optional.empty()))
                        .toList();
        return new OrganisationChart(List.of(), places, posts.outerSuperiors());
    }

    /**
     * The posts and who reports to whom.
     *
     * @return the posts
     */
    public PostCatalogue posts() {
        return posts;
    }

    /**
     * The posts at their places.
     *
     * @return in the order in which they were added
     */
    public List<CompanyPost> places() {
        return List.copyOf(places.values());
    }

    /**
     * Looks up the place of a post.
     *
     * @param post a post
     * @return its place, or empty when the company has no such post
     */
    public Optional<CompanyPost> place(PostKey post) {
        return Optional.ofNullable(places.get(post));
    }

    /**
     * The departments.
     *
     * @return in the order in which they were added
     */
    public List<CompanyDepartment> departments() {
        return List.copyOf(departments.values());
    }

    /**
     * Looks up a department.
     *
     * @param key a key
     * @return the department, or empty when the company has none of that key
     */
    public Optional<CompanyDepartment> department(DepartmentKey key) {
        return Optional.ofNullable(departments.get(key));
    }

    /**
     * The post that heads a department: the first that reports to a post outside it; for a
     * department without posts the head of the unit above.
     *
     * @param key a department of the company
     * @return the post, or empty when no unit above has a post either
     * @throws IllegalArgumentException if there is no such department
     */
    public Optional<PostKey> head(DepartmentKey key) {
        requireDepartment(key);
        return ownHead(key)
                .or(() -> department(key).flatMap(CompanyDepartment::parent).flatMap(this::head));
    }

    /**
     * The heads of all departments that have posts.
     *
     * @return each once, in the order of the departments
     */
    public List<PostKey> heads() {
        return departments.keySet().stream()
                .flatMap(key -> ownHead(key).stream())
                .distinct()
                .toList();
    }

    OrganisationChart with(CompanyDepartment department) {
        Map<DepartmentKey, CompanyDepartment> all = new LinkedHashMap<>(departments);
        all.put(department.key(), department);
        return new OrganisationChart(all.values(), places.values(), posts.outerSuperiors());
    }

    OrganisationChart without(DepartmentKey key) {
        Map<DepartmentKey, CompanyDepartment> all = new LinkedHashMap<>(departments);
        all.remove(key);
        return new OrganisationChart(all.values(), places.values(), posts.outerSuperiors());
    }

    OrganisationChart with(CompanyPost place) {
        Map<PostKey, CompanyPost> all = new LinkedHashMap<>(places);
        all.put(place.key(), place);
        return new OrganisationChart(departments.values(), all.values(), posts.outerSuperiors());
    }

    OrganisationChart without(PostKey post) {
        Map<PostKey, CompanyPost> all = new LinkedHashMap<>(places);
        all.remove(post);
        return new OrganisationChart(departments.values(), all.values(), posts.outerSuperiors());
    }

    private Optional<PostKey> ownHead(DepartmentKey key) {
        return places.values().stream()
                .filter(place -> place.department().equals(Optional.of(key)))
                .map(CompanyPost::post)
                .filter(post -> !isIn(post.reportsTo(), key))
                .map(Post::key)
                .findFirst();
    }

    private boolean isIn(PostKey post, DepartmentKey key) {
        return place(post).flatMap(CompanyPost::department).equals(Optional.of(key));
    }

    private void requireDepartment(DepartmentKey key) {
        if (!departments.containsKey(key)) {
            throw new IllegalArgumentException("unknown department: " + key);
        }
    }

    private void requireTree(CompanyDepartment department) {
        Set<DepartmentKey> passed = new HashSet<>();
        for (Optional<DepartmentKey> above = Optional.of(department.key());
                above.isPresent();
                above = department(above.get()).flatMap(CompanyDepartment::parent)) {
            requireDepartment(above.get());
            if (!passed.add(above.get())) {
                throw new IllegalArgumentException("departments go in a circle at " + above.get());
            }
        }
    }
}
