package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.level.Due;
import org.springframework.stereotype.Component;

/** Computes when work is due from the company's service levels and office hours. */
@Component
class DueTimes {

    private final ServiceLevelStore levels;
    private final CompanyRules rules;

    DueTimes(ServiceLevelStore levels, CompanyRules rules) {
        this.levels = levels;
        this.rules = rules;
    }

    /** By the row in force on the day received, in the hours and the zone of the community. */
    Due of(String tenant, Intake intake, Community community) {
        return Refused.unlessAccepted(
                levels.all(tenant)
                        .due(
                                intake.kind(),
                                intake.reception().receivedAt(),
                                rules.hours(tenant, community.zone())));
    }
}
