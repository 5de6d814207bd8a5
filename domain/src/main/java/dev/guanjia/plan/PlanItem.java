package dev.guanjia.plan;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a plan sets out to do.
 *
 * @param id which item, unique in the company
 * @param text what is to be done, in the company's own words; not blank
 * @param owner the post that answers for it
 * @param node its node date (时间节点): the last day in time, inside the plan's period
 * @param evidence the records any of which proves it; none when nothing need be shown
 * @param target the amount to be reached; empty where the item has none
 * @param under the item of the parent plan that it carries out; empty where it carries out none
 */
public record PlanItem(
        PlanItemId id,
        String text,
        PostKey owner,
        LocalDate node,
        List<String> evidence,
        Optional<PlanTarget> target,
        Optional<PlanItemId> under) {

    /** Says what is to be done, and names its records. */
    public PlanItem {
        evidence = List.copyOf(evidence);
        if (text.isBlank() || evidence.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "plan item needs a text and named records: " + id + " " + evidence);
        }
    }

    /**
     * The amount to be reached.
     *
     * @return the amount, or empty where the item has none
     */
    public Optional<Money> amount() {
        return target.map(PlanTarget::amount);
    }
}
