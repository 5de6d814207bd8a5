package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A form of company: which post fills the roles that the sources name without a post.
 *
 * @param id its id, e.g. {@code SINGLE_COMMUNITY}
 * @param label its name
 * @param roles role to post, in role order; {@code COMPANY_LEADER} is always among them
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record OrganisationTemplate(
        String id, Label label, Map<RoleKey, PostKey> roles, LocalDate from, String source) {

    /** A company without a leader could decide nothing. */
    public OrganisationTemplate {
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        if (!roles.containsKey(RoleKey.COMPANY_LEADER)) {
            throw new IllegalArgumentException("template has no company leader: " + id);
        }
    }

    /**
     * Which post fills a role.
     *
     * @param role a role of the template
     * @return the post
     * @throws IllegalArgumentException if the template does not fill the role
     */
    public PostKey post(RoleKey role) {
        PostKey post = roles.get(role);
        if (post == null) {
            throw new IllegalArgumentException("template " + id + " has no role " + role);
        }
        return post;
    }

    /**
     * The post of the company leader (公司领导).
     *
     * @return the post
     */
    public PostKey leader() {
        return post(RoleKey.COMPANY_LEADER);
    }
}
