package dev.guanjia.server.application;

import dev.guanjia.duty.Evidence;
import dev.guanjia.plan.PlanItemId;
import dev.guanjia.plan.PlanResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what became of the items of a plan as a caller gave it. */
public final class PlanOutcomes {

    private final List<Draft> drafts;

    PlanOutcomes(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /**
     * What became of an item.
     *
     * @param item which
     * @param outcome whether it was done
     * @param actual the amount reached; null for none
     * @param evidence what proves it
     * @param note what is said about it; null for nothing
     */
    public record Draft(
            String item,
            String outcome,
            PlanItems.@Nullable Amount actual,
            List<DutyDesk.Proof> evidence,
            @Nullable String note) {}

    /** Notes what does not fit. */
    void check(Given given) {
        for (int i = 0; i < drafts.size(); i++) {
            check(given, "/results/" + i, drafts.get(i));
        }
    }

    private static void check(Given given, String pointer, Draft draft) {
        given.known(pointer + "/outcome", draft.outcome(), PlanResult.Outcome.class);
        PlanItems.Amount actual = draft.actual();
        if (actual != null) {
            actual.read(given, pointer + "/actual");
        }
        for (int i = 0; i < draft.evidence().size(); i++) {
            DutyDesk.Proof proof = draft.evidence().get(i);
            given.text(pointer + "/evidence/" + i + "/record", proof.record());
            given.text(pointer + "/evidence/" + i + "/reference", proof.reference());
        }
        String note = draft.note();
        if (note != null) {
            given.text(pointer + "/note", note);
        }
    }

    /** The results; only after {@link #check}. */
    List<PlanResult> read() {
        return drafts.stream().map(PlanOutcomes::result).toList();
    }

    private static PlanResult result(Draft draft) {
        String note = draft.note();
        return new PlanResult(
                new PlanItemId(draft.item()),
                PlanResult.Outcome.valueOf(draft.outcome()),
                Optional.ofNullable(draft.actual()).map(PlanItems.Amount::money),
                draft.evidence().stream()
                        .map(proof -> new Evidence(proof.record(), proof.reference()))
                        .toList(),
                note == null ? "" : note);
    }
}
