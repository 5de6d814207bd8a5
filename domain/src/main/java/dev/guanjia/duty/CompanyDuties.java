package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.Optional;

/**
 * The duties of a company in one state of its organisation. What they are from day to day is said
 * by {@link DutyRoster}.
 *
 * @param versions every version of every duty that one of the company's posts has, in file order
 */
public record CompanyDuties(List<HeldDuty> versions) {

    /** Copies. */
    public CompanyDuties {
        versions = List.copyOf(versions);
    }

    /**
     * The latest version of every duty that was not retired.
     *
     * @return in file order
     */
    public List<HeldDuty> all() {
        return versions.stream().filter(held -> held.duty().origin().until().isEmpty()).toList();
    }

    /**
     * The duties of a post.
     *
     * @param post a post of the company
     * @return the latest versions in file order, empty when it has none
     */
    public List<HeldDuty> of(PostKey post) {
        return all().stream().filter(held -> held.approvers().containsKey(post)).toList();
    }

    /**
     * Looks up a duty.
     *
     * @param id its key
     * @return its latest version, or empty when the company does not have it
     */
    public Optional<HeldDuty> find(DutyId id) {
        return versions.stream()
                .filter(held -> held.duty().id().equals(id))
                .reduce((earlier, later) -> later);
    }
}
