package dev.guanjia.organisation.staff;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.company.HolderResolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may be put to work in which post. Source: requirements 01, OCC-CERT (持证上岗), OCC-NEWGUARD.
 *
 * @param company what the keys of the requirements mean in the company
 * @param requirements which posts need what
 * @param qualifications who has what
 */
public record Fitness(
        HolderResolution company, Requirements requirements, Qualifications qualifications) {

    /**
     * Sends a person to work in a post.
     *
     * @param staff the person
     * @param post a post of the company
     * @param day the day of the work
     * @return the person, or refused with {@code QUALIFICATION_LAPSED} or {@code
     *     QUALIFICATION_MISSING} for each thing that the post needs before work
     */
    public Decision<StaffId> dispatch(StaffId staff, PostKey post, LocalDate day) {
        List<Refusal> reasons = unfit(staff, post, day);
        return reasons.isEmpty() ? Decision.accept(staff) : Decision.refuse(reasons);
    }

    /**
     * Gives a person a post, if they are fit for it on its first day.
     *
     * @param assignments who holds which post when
     * @param added the assignment to add
     * @return all assignments, or refused as {@link #dispatch} and as {@link Assignments#assign}
     */
    public Decision<Assignments> assign(Assignments assignments, Assignment added) {
        return both(unfit(added.staff(), added.post(), added.from()), assignments.assign(added));
    }

    /**
     * Lets a person stand in, if they are fit for the post on the first day.
     *
     * @param responsibility who answers for which post
     * @param added who acts for whom when
     * @return the responsibility afterwards, or refused as {@link #dispatch} and as {@link
     *     Responsibility#standIn}
     */
    public Decision<Responsibility> standIn(Responsibility responsibility, StandIn added) {
        return both(unfit(added.by(), added.post(), added.from()), responsibility.standIn(added));
    }

    private static <T> Decision<T> both(List<Refusal> unfit, Decision<T> decision) {
        List<Refusal> all = new ArrayList<>(unfit);
        all.addAll(decision.fold(value -> List.of(), refused -> refused));
        return all.isEmpty() ? decision : Decision.refuse(all);
    }

    private List<Refusal> unfit(StaffId staff, PostKey post, LocalDate day) {
        return requirements.of(post, company, day).stream()
                .filter(row -> row.need() == Requirement.Need.BEFORE_WORK)
                .filter(row -> !qualifications.valid(staff, row.kind(), day))
                .map(row -> refusal(staff, post, row.kind(), day))
                .toList();
    }

    private Refusal refusal(StaffId staff, PostKey post, QualificationKey kind, LocalDate day) {
        Optional<LocalDate> last = qualifications.lapsed(staff, kind, day);
        return last.map(
                        end ->
                                StaffRefusal.QUALIFICATION_LAPSED.because(
                                        "staff", staff.value(),
                                        "post", post.value(),
                                        "kind", kind.value(),
                                        "last", end.toString(),
                                        "day", day.toString()))
                .orElseGet(
                        () ->
                                StaffRefusal.QUALIFICATION_MISSING.because(
                                        "staff", staff.value(),
                                        "post", post.value(),
                                        "kind", kind.value(),
                                        "day", day.toString()));
    }
}
