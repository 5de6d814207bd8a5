package dev.guanjia.server.application;

import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.server.store.StandInStore;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who answers for which post of a company. */
@Component
public class Responsibilities {

    private final CompanyRules rules;
    private final StandInStore standIns;

    Responsibilities(CompanyRules rules, StandInStore standIns) {
        this.rules = rules;
        this.standIns = standIns;
    }

    /** Who answers, as if the tree had always been as on one day. */
    Responsibility asOn(String tenant, CompanyTree tree, LocalDate day) {
        PostCatalogue posts = tree.company().on(day);
        return new Responsibility(
                any -> posts,
                tree.company().model().template().leader(),
                rules.assignments(tenant),
                standIns.all(tenant));
    }

    /**
     * Who answers.
     *
     * @param tenant the company
     * @param tree its tree
     * @return holders, stand-ins and deputies through all days
     */
    public Responsibility of(String tenant, CompanyTree tree) {
        return new Responsibility(
                tree.company()::on,
                tree.company().model().template().leader(),
                rules.assignments(tenant),
                standIns.all(tenant));
    }
}
