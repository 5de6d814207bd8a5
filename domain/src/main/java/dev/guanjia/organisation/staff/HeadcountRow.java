package dev.guanjia.organisation.staff;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.OrganisationChart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The headcount plan of a post against who is there (定岗定编). Source: requirements 01, OCC-QUOTA.
 *
 * @param post the post
 * @param planned how many it takes; empty where the company has not planned it
 * @param actual how many hold it, zero or more
 */
public record HeadcountRow(PostKey post, Optional<Headcount> planned, int actual) {

    /**
     * Compares a company with its plan.
     *
     * @param chart the company on the day, with its plan
     * @param assignments who holds which post
     * @param day the day
     * @return one row per post, in the company's order
     */
    public static List<HeadcountRow> on(
            OrganisationChart chart, Assignments assignments, LocalDate day) {
        return chart.places().stream().map(place -> row(place, assignments, day)).toList();
    }

    /**
     * How many are too many or too few.
     *
     * @return persons above the most (positive) or below the least (negative), zero within the
     *     plan; empty where there is no plan: an unknown plan is not zero
     */
    public OptionalInt difference() {
        return planned.map(this::difference).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private int difference(Headcount plan) {
        return actual < plan.min()
                ? actual - plan.min()
                : Math.max(0, actual - plan.max().orElse(actual));
    }

    private static HeadcountRow row(CompanyPost place, Assignments assignments, LocalDate day) {
        return new HeadcountRow(
                place.key(), place.headcount(), assignments.holders(place.key(), day).size());
    }
}
