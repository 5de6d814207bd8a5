package dev.guanjia.workorder.dispatch;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.QualificationKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that somebody is to be sent to.
 *
 * @param demand what it takes
 * @param area where it is, in the company's own keys, not blank
 * @param at when the work begins
 * @param zone that of the community
 * @param weight what it adds to a worker's load, one or more
 * @param emergency whether who is on call counts as at work
 * @param requester the member of staff who asked for it; null when it was none
 */
public record Job(
        Demand demand,
        String area,
        Instant at,
        ZoneId zone,
        int weight,
        boolean emergency,
        @Nullable StaffId requester) {

    /** A job is somewhere and is some work. */
    public Job {
        if (area.isBlank() || weight < 1) {
            throw new IllegalArgumentException("job in '" + area + "' of weight " + weight);
        }
    }

    /**
     * The certificates of the demand.
     *
     * @return what it takes, beyond what the worker's post needs anyhow, sorted
     */
    public List<QualificationKey> needs() {
        return demand.certificates();
    }

    /**
     * The day on which certificates must be valid.
     *
     * @return the day in the community
     */
    public LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * Whether somebody of whom no times and areas are kept may do the work in a post, and has what
     * the post and the job need.
     *
     * @param staff the person
     * @param post the post they work in
     * @param fitness what posts need, and who has what
     * @return the person, or refused with {@code OTHER_TRADE} and every certificate that is missing
     *     or has lapsed
     */
    public Decision<StaffId> fits(StaffId staff, PostKey post, Fitness fitness) {
        List<Refusal> reasons = new Eligibility(this, fitness).unfit(staff, post);
        return reasons.isEmpty() ? Decision.accept(staff) : Decision.refuse(reasons);
    }
}
