package dev.guanjia.server.application;

import dev.guanjia.organisation.Responsibility;
import dev.guanjia.server.store.StandInStore;
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

    /**
     * Who answers.
     *
     * @param tenant the company
     * @param tree its tree
     * @return holders, stand-ins and deputies through all days
     */
    public Responsibility of(String tenant, CompanyTree tree) {
        return new Responsibility(
                tree.company().posts(),
                tree.company().model().template().leader(),
                rules.assignments(tenant),
                standIns.all(tenant));
    }
}
