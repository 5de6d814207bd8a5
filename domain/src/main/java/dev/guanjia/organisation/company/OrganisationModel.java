package dev.guanjia.organisation.company;

import dev.guanjia.organisation.OrganisationTemplate;

/**
 * An organisation model of the sources, complete: what a company is started from.
 *
 * @param template its name and roles
 * @param chart its departments, posts and lines
 * @param actors which posts the generic keys of the duties mean in it
 */
public record OrganisationModel(
        OrganisationTemplate template, OrganisationChart chart, Actors actors) {

    /** The leader is one of the posts. */
    public OrganisationModel {
        chart.posts().parse(template.leader().value());
    }
}
