package dev.guanjia.server.application;

import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.server.store.QualificationStore;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Whether people are fit for the posts of their company. */
@Component
class StaffFitness {

    private final CompanyTrees trees;
    private final Requirements requirements;
    private final QualificationStore qualifications;

    StaffFitness(CompanyTrees trees, Requirements requirements, QualificationStore qualifications) {
        this.trees = trees;
        this.requirements = requirements;
        this.qualifications = qualifications;
    }

    /** What counts for a person on a day. */
    Fitness of(String tenant, String staffId, LocalDate day) {
        return new Fitness(
                trees.of(tenant).resolution(day), requirements, qualifications.of(tenant, staffId));
    }
}
