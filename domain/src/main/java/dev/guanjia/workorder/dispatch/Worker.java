package dev.guanjia.workorder.dispatch;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be sent, as far as dispatch looks at them.
 *
 * @param staff the person
 * @param post the post they work in
 * @param areas the areas they cover, in the company's own keys; none = nowhere
 * @param times when they can be sent
 * @param load the weights of the jobs they have now, added up; zero or more
 * @param limit the most they may carry
 * @param lastSentAt when they were last sent; null when never
 */
public record Worker(
        StaffId staff,
        PostKey post,
        SortedSet<String> areas,
        List<OnDuty> times,
        int load,
        int limit,
        @Nullable Instant lastSentAt) {

    /** Copies; nobody carries less than nothing. */
    public Worker {
        areas = Collections.unmodifiableSortedSet(new TreeSet<>(areas));
        times = List.copyOf(times);
        if (load < 0 || limit < 0) {
            throw new IllegalArgumentException(staff + " carries " + load + " of " + limit);
        }
    }
}
