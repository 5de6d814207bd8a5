package dev.guanjia.workorder;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What bears on a step of an order beside the order itself.
 *
 * @param workers who had a hand in the work, as {@link History#workers} knows; the present assignee
 *     always counts
 * @param openChildren of the sub-orders that {@link Provenance#children} knows, those that have not
 *     ended
 * @param callers the posts that the policy lets call back; none = those of the lifecycle
 * @param callBackDue whether the customer has to be called before the order is closed, as {@link
 *     dev.guanjia.workorder.callback.CallBackFile#isSettled} knows. Source: 01 SOD-17
 */
public record Circumstances(
        Set<StaffId> workers,
        Set<WorkOrderId> openChildren,
        List<PostKey> callers,
        boolean callBackDue) {

    private static final Circumstances NONE =
            new Circumstances(Set.of(), Set.of(), List.of(), false);

    /** Copies. */
    public Circumstances {
        workers = Collections.unmodifiableSet(new TreeSet<>(workers));
        openChildren = Collections.unmodifiableSet(new TreeSet<>(openChildren));
        callers = List.copyOf(callers);
    }

    /**
     * An order without children that only its present assignee worked on, and that no policy wants
     * called back.
     *
     * @return nothing that bears on a step
     */
    public static Circumstances none() {
        return NONE;
    }

    /**
     * The same, and more people who had a hand in the work.
     *
     * @param more by their id
     * @return with all of them
     */
    public Circumstances with(Set<StaffId> more) {
        Set<StaffId> all = new TreeSet<>(workers);
        all.addAll(more);
        return new Circumstances(all, openChildren, callers, callBackDue);
    }
}
