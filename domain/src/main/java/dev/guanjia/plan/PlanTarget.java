package dev.guanjia.plan;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * An amount to be reached, and how it is shared out over departments and periods. Source:
 * requirements 03 P-COLLECT-PLAN, P-COLLECT-TARGET; 05 S04: the parts equal the whole exactly.
 *
 * @param amount how much
 * @param parts none while it is not shared out; otherwise in the same currency, each department and
 *     period once, adding up to the amount to the last fen
 */
public record PlanTarget(Money amount, List<PlanPart> parts) {

    /** Parts that lose a fen cannot exist. */
    public PlanTarget {
        parts = List.copyOf(parts);
        List<Refusal> faults = faults(amount, parts);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("amount is not shared out exactly: " + faults);
        }
    }

    /**
     * An amount that is not shared out.
     *
     * @param amount how much
     * @return the target
     */
    public static PlanTarget whole(Money amount) {
        return new PlanTarget(amount, List.of());
    }

    /**
     * Shares an amount out.
     *
     * @param amount how much
     * @param parts who takes over how much when, in any order
     * @return the target, or refused with {@code CURRENCY}, {@code PART_TWICE} or {@code
     *     PARTS_DO_NOT_ADD_UP}
     */
    public static Decision<PlanTarget> shared(Money amount, List<PlanPart> parts) {
        List<Refusal> faults = faults(amount, parts);
        return faults.isEmpty()
                ? Decision.accept(new PlanTarget(amount, parts))
                : Decision.refuse(faults);
    }

    private static List<Refusal> faults(Money amount, List<PlanPart> parts) {
        List<Refusal> faults = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        Money total = Money.zero(amount.currency());
        for (PlanPart part : parts) {
            String name = part.department() + "/" + part.period();
            if (!part.amount().currency().equals(amount.currency())) {
                faults.add(PlanRefusal.currency(name, amount, part.amount()));
            } else {
                total = total.plus(part.amount());
            }
            if (!seen.add(name)) {
                faults.add(PlanRefusal.PART_TWICE.because("part", name));
            }
        }
        if (faults.isEmpty() && !parts.isEmpty() && !total.equals(amount)) {
            faults.add(
                    PlanRefusal.PARTS_DO_NOT_ADD_UP.because(
                            "amount", amount.toString(),
                            "total", total.toString(),
                            "difference", total.minus(amount).toString()));
        }
        return faults;
    }
}
