package dev.guanjia.organisation.company;

import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the posts of a company that a key of the duties means: a post of the library, a department,
 * a role, a generic actor or a relation. Nobody = the duty is not the company's.
 *
 * <p>Shape, the first that applies: the posts that bear the key; what the template's actor rows
 * say; the post that fills the role; the heads of the departments that bear the key.
 */
public final class HolderResolution {

    private static final PostKey SUPERIOR = new PostKey("SUPERIOR");
    private static final PostKey LEADER_IN_CHARGE = new PostKey("LEADER_IN_CHARGE");
    private static final List<PostKey> RELATIVE = List.of(SUPERIOR, LEADER_IN_CHARGE);

    private final OrganisationChart chart;
    private final OrganisationTemplate template;
    private final Actors actors;
    private final Map<PostKey, List<PostKey>> found = new ConcurrentHashMap<>();

    /**
     * For one day of a company.
     *
     * @param chart the company on that day
     * @param model what it was started from
     */
    public HolderResolution(OrganisationChart chart, OrganisationModel model) {
        this.chart = chart;
        this.template = model.template();
        this.actors = model.actors();
    }

    /**
     * The posts of the company.
     *
     * @return who reports to whom
     */
    public PostCatalogue company() {
        return chart.posts();
    }

    /**
     * The posts that a key means, whoever performs.
     *
     * @param key a post, department, role, generic actor, relation or outsider
     * @return the posts of the company, in its order; empty when it has none of that kind
     */
    public List<PostKey> posts(PostKey key) {
        return found.computeIfAbsent(key, this::resolve);
    }

    /**
     * The posts that a key means beside a performing post, e.g. its {@code SUPERIOR}.
     *
     * @param key as for {@link #posts(PostKey)}
     * @param performing a post of the company
     * @return for {@code SUPERIOR} the nearest superior inside the company, if any; for {@code
     *     LEADER_IN_CHARGE} the same, else the company leader; else as {@link #posts(PostKey)}
     * @throws IllegalArgumentException if the company has no such performing post
     */
    public List<PostKey> posts(PostKey key, PostKey performing) {
        if (!RELATIVE.contains(key)) {
            return posts(key);
        }
        List<PostKey> above = chart.posts().superiors(performing);
        if (!above.isEmpty()) {
            return List.of(above.get(0));
        }
        return key.equals(SUPERIOR) ? List.of() : List.of(template.leader());
    }

    private List<PostKey> resolve(PostKey key) {
        List<PostKey> bearing = chart.posts().bearing(key);
        if (!bearing.isEmpty()) {
            return bearing;
        }
        List<PostKey> meant = actors.posts(key, chart, template.leader());
        if (!meant.isEmpty()) {
            return meant;
        }
        PostKey role = template.roles().get(new RoleKey(key.value()));
        return role == null ? heads(new DepartmentKey(key.value())) : filling(role);
    }

    /** A post that fills a role may have been abolished; its substitute then fills it. */
    private List<PostKey> filling(PostKey role) {
        return chart.place(role).isPresent()
                ? List.of(role)
                : actors.posts(role, chart, template.leader());
    }

    private List<PostKey> heads(DepartmentKey key) {
        return chart.departments().stream()
                .filter(unit -> unit.bears().equals(Optional.of(key)))
                .map(unit -> chart.head(unit.key()).orElse(template.leader()))
                .distinct()
                .toList();
    }
}
