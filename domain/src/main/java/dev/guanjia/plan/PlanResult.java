package dev.guanjia.plan;

import dev.guanjia.duty.Evidence;
import dev.guanjia.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What became of an item when the plan is summed up.
 *
 * @param item which item
 * @param outcome whether it was done
 * @param actual the amount reached; demanded where one was planned, unknown is not zero
 * @param evidence what proves it
 * @param note what is said about it; demanded where it was not done
 */
public record PlanResult(
        PlanItemId item,
        Outcome outcome,
        Optional<Money> actual,
        List<Evidence> evidence,
        String note) {

    /** Copies the evidence. */
    public PlanResult {
        evidence = List.copyOf(evidence);
    }

    /**
     * Whether what is shown proves the item.
     *
     * @param planned the item
     * @return true if no record is asked for or one of those asked for is shown
     */
    public boolean proves(PlanItem planned) {
        return planned.evidence().isEmpty()
                || evidence.stream().anyMatch(shown -> planned.evidence().contains(shown.record()));
    }

    /** Whether an item was done. */
    public enum Outcome {
        /** It was. */
        DONE,
        /** It was not; the note says why and what follows. */
        NOT_DONE
    }
}
