package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.LibraryPost.Placement;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.server.store.TreeChange;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Changes of a company's tree as the domain decides on them. */
@Component
class TreeChanges {

    /** The source of a post that a company set up itself. */
    private static final String COMPANY = "company";

    private final PostLibrary library;

    TreeChanges(PostLibrary library) {
        this.library = library;
    }

    /** The company after a change that passed {@link TreeChangeCheck}. */
    Decision<Organisation> apply(Organisation company, TreeChange change) {
        LocalDate day = change.day();
        return switch (change.kind()) {
            case ADD_DEPARTMENT -> company.addDepartment(department(change), day);
            case RENAME_DEPARTMENT ->
                    company.renameDepartment(
                            new DepartmentKey(change.subject()), label(change), day);
            case RETIRE_DEPARTMENT ->
                    company.retireDepartment(new DepartmentKey(change.subject()), day);
            case ADD_POST -> company.addPost(place(change), day);
            case MOVE_POST ->
                    company.movePost(
                            new PostKey(change.subject()),
                            new PostKey(change.fact("superior")),
                            unit(change, "department"),
                            day);
            case PLAN_HEADCOUNT ->
                    company.planHeadcount(
                            new PostKey(change.subject()),
                            Headcount.parse(change.fact("headcount")),
                            day);
            case RETIRE_POST -> company.retirePost(new PostKey(change.subject()), day);
        };
    }

    private static CompanyDepartment department(TreeChange change) {
        return new CompanyDepartment(
                new DepartmentKey(change.subject()),
                label(change),
                unit(change, "bears"),
                unit(change, "parent"));
    }

    private CompanyPost place(TreeChange change) {
        PostKey bears = new PostKey(change.fact("bears"));
        Placement placement =
                library.find(bears)
                        .orElseThrow(() -> new IllegalStateException("unknown post: " + bears))
                        .placement();
        Post post =
                new Post(
                        new PostKey(change.subject()),
                        label(change),
                        placement.function(),
                        new PostKey(change.fact("superior")),
                        placement.family(),
                        change.day(),
                        COMPANY);
        return new CompanyPost(
                post,
                bears,
                unit(change, "department"),
                change.find("headcount").map(Headcount::parse));
    }

    private static Label label(TreeChange change) {
        return new Label(change.fact("zh"), change.fact("en"));
    }

    private static Optional<DepartmentKey> unit(TreeChange change, String fact) {
        return change.find(fact).map(DepartmentKey::new);
    }
}
