package dev.guanjia.duty;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A single community that changes its posts; each is held by one person, named after it. */
final class ChangingCompany {

    static final Organisation FOUNDED =
            Organisation.start(
                    OrganisationModels.load().find("SINGLE_COMMUNITY").orElseThrow(),
                    Company.OPENED);
    private static final Label NAME = new Label("岗", "Post");

    private ChangingCompany() {}

    /** A post of its own that bears the duties of one of the library. */
    static CompanyPost post(String key, String bears, String superior) {
        return new CompanyPost(
                new Post(
                        new PostKey(key),
                        NAME,
                        Optional.empty(),
                        new PostKey(superior),
                        "OWN",
                        Company.OPENED,
                        "company"),
                new PostKey(bears),
                Optional.empty(),
                Optional.empty());
    }

    static CompanyDepartment department(String key, String bears) {
        return new CompanyDepartment(
                new DepartmentKey(key),
                NAME,
                Optional.of(new DepartmentKey(bears)),
                Optional.empty());
    }

    /** From a day to a day there is a second cashier. */
    static Organisation withSecondCashier(LocalDate from, LocalDate to) {
        Organisation two =
                accepted(FOUNDED.addPost(post("CASHIER_2", "CASHIER", "PROPERTY_MANAGER"), from));
        return accepted(two.retirePost(new PostKey("CASHIER_2"), to));
    }

    static Responsibility responsibility(Organisation company) {
        List<Assignment> rows =
                company.posts().values().stream()
                        .flatMap(posts -> posts.all().stream())
                        .map(Post::key)
                        .distinct()
                        .map(key -> Assignment.openEnded(Company.staff(key), key, Company.OPENED))
                        .toList();
        return new Responsibility(
                company.posts(), Company.MANAGER, new Assignments(rows), List.of());
    }

    static DutyCalendar calendar(Organisation company, DutyTimes times) {
        return new DutyCalendar(Company.DUTIES.heldBy(company), responsibility(company), times);
    }
}
