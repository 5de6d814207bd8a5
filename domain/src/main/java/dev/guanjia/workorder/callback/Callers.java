package dev.guanjia.workorder.callback;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.OrganisationChart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who may call back. Never who did the work; and nobody of the department that did it, unless the
 * row says so. Source: 01 SOD-17; 02 D-000-MNS-07 for the exception.
 *
 * @param posts keys of the post library, at least one
 * @param sameDepartment true where the source gives the call to a post of the department that does
 *     the work
 */
public record Callers(List<PostKey> posts, boolean sameDepartment) {

    /** Copies; somebody must be able to call. */
    public Callers {
        posts = List.copyOf(posts);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("nobody may call back");
        }
    }

    /**
     * Lets somebody call back.
     *
     * @param caller who, in which post
     * @param workers who did the work
     * @param company the company's posts and departments
     * @return the caller, or refused with every one of {@code CALLER_DID_IT}, {@code
     *     CALLER_NOT_ENTITLED}, and {@code DEPARTMENT_UNKNOWN} or {@code CALLER_OF_DEPARTMENT}
     */
    public Decision<Actor> check(Actor caller, Collection<StaffId> workers, Company company) {
        List<Refusal> reasons = new ArrayList<>();
        String staff = caller.staff().value();
        if (workers.contains(caller.staff())) {
            reasons.add(CallBackRefusal.CALLER_DID_IT.because("staff", staff));
        }
        if (posts.stream().noneMatch(key -> company.posts().apply(key).contains(caller.post()))) {
            reasons.add(
                    CallBackRefusal.CALLER_NOT_ENTITLED.because(
                            "post", caller.post().value(), "expected", posts.toString()));
        }
        if (!sameDepartment) {
            reasons.addAll(departments(caller.staff(), workers, company));
        }
        return reasons.isEmpty() ? Decision.accept(caller) : Decision.refuse(reasons);
    }

    private static List<Refusal> departments(
            StaffId caller, Collection<StaffId> workers, Company company) {
        List<Refusal> unknown = new ArrayList<>();
        Set<DepartmentKey> doing = new TreeSet<>();
        Set<StaffId> all = new TreeSet<>(workers);
        all.add(caller);
        for (StaffId staff : all) {
            Set<DepartmentKey> own = company.departments().apply(staff);
            if (own.isEmpty()) {
                unknown.add(CallBackRefusal.DEPARTMENT_UNKNOWN.because("staff", staff.value()));
            }
            if (workers.contains(staff)) {
                doing.addAll(own);
            }
        }
        doing.retainAll(company.departments().apply(caller));
        doing.forEach(
                department ->
                        unknown.add(
                                CallBackRefusal.CALLER_OF_DEPARTMENT.because(
                                        "staff", caller.value(),
                                        "department", department.value())));
        return unknown;
    }

    /**
     * The departments of a person. A post that stands in no department is one of its own; in a
     * company without departments, its function counts as one.
     *
     * @param held the posts that the person holds
     * @param chart the company
     * @return none only for who holds no post of it
     */
    public static Set<DepartmentKey> departments(
            Collection<PostKey> held, OrganisationChart chart) {
        Set<DepartmentKey> own = new TreeSet<>();
        for (PostKey post : held) {
            chart.place(post)
                    .map(
                            place ->
                                    place.department()
                                            .or(() -> function(place))
                                            .orElseGet(() -> new DepartmentKey(post.value())))
                    .ifPresent(own::add);
        }
        return own;
    }

    private static Optional<DepartmentKey> function(CompanyPost place) {
        return place.post().department().map(DepartmentKey::new);
    }

    /**
     * A company on the day of the call.
     *
     * @param posts the posts of the company that a key of the library means, e.g. {@code
     *     resolution::posts}
     * @param departments the departments a person works in; none = not known
     */
    public record Company(
            Function<PostKey, List<PostKey>> posts,
            Function<StaffId, Set<DepartmentKey>> departments) {}
}
