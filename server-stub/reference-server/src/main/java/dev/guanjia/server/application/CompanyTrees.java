package dev.guanjia.server.application;

import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.server.access.CompanyPosts;
import dev.guanjia.server.store.CompanyStore;
import dev.guanjia.server.store.OrganisationEventStore;
import dev.guanjia.server.store.TreeChange;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** How each company is organised: the template it was created from, and what it changed since. */
@Component
public class CompanyTrees implements CompanyPosts {

    /** Until a company is set up, it has the posts of the smallest that there is. */
    private static final String SMALLEST = "SINGLE_COMMUNITY";

    private final CompanyStore companies;
    private final OrganisationEventStore events;
    private final OrganisationModels models;
    private final TreeChanges changes;
    private final Clock clock;

    CompanyTrees(
            CompanyStore companies,
            OrganisationEventStore events,
            OrganisationModels models,
            TreeChanges changes,
            Clock clock) {
        this.companies = companies;
        this.events = events;
        this.models = models;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The tree of a company.
     *
     * @param tenant the company
     * @return its tree through all its days
     */
    public CompanyTree of(String tenant) {
        String template =
                companies.find(tenant).map(CompanyStore.CompanyRow::template).orElse(SMALLEST);
        OrganisationModel model =
                models.find(template)
                        .orElseThrow(
                                () -> new IllegalStateException("unknown template: " + template));
        Organisation company = Organisation.start(model, LocalDate.MIN);
        List<TreeChange> made = events.all(tenant);
        for (TreeChange change : made) {
            company = after(company, change);
        }
        return new CompanyTree(company, made.size() + 1L);
    }

    @Override
    public PostCatalogue today(String tenant) {
        return of(tenant).company().on(LocalDate.now(clock));
    }

    private Organisation after(Organisation company, TreeChange change) {
        return changes.apply(company, change)
                .fold(
                        accepted -> accepted,
                        reasons -> {
                            throw new IllegalStateException(change + " refused: " + reasons);
                        });
    }
}
