package dev.guanjia.property.meter;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which meter measures again what others measure (总表与分表).
 *
 * <p>Source: requirements 05 S18 (unit consumptions and the common one are the main meter's).
 */
public final class MeterTree {

    private final Map<MeterId, Meter> meters;
    private final Map<MeterId, MeterId> parents;

    private MeterTree(Map<MeterId, Meter> meters, Map<MeterId, MeterId> parents) {
        this.meters = meters;
        this.parents = parents;
    }

    /**
     * Reads who is below whom.
     *
     * @param meters all meters named in {@code parents}, each once
     * @param parents the meter above, by the meter below; a meter that is missing is below none
     * @return the tree; or refused because a meter would be below itself or measures something else
     *     than the one above
     * @throws IllegalArgumentException if a meter is named that is not given
     */
    public static Decision<MeterTree> of(List<Meter> meters, Map<MeterId, MeterId> parents) {
        Map<MeterId, Meter> known = new HashMap<>();
        meters.forEach(meter -> known.put(meter.id(), meter));
        MeterTree tree = new MeterTree(known, Collections.unmodifiableMap(new TreeMap<>(parents)));
        List<Refusal> reasons = new ArrayList<>();
        tree.parents.forEach((child, parent) -> tree.judge(child, parent, reasons));
        return reasons.isEmpty() ? Decision.accept(tree) : Decision.refuse(reasons);
    }

    /**
     * The meters directly below one.
     *
     * @param parent any meter
     * @return by id
     */
    public List<MeterId> children(MeterId parent) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parent))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What went through a meter and through none below it.
     *
     * @param parent the meter above
     * @param from the first day
     * @param to the last day
     * @param histories what the meters showed; one that is missing was not read
     * @return parent and children side by side, and which of them were not read on both days
     */
    public MeterLoss loss(
            MeterId parent, LocalDate from, LocalDate to, Map<MeterId, MeterHistory> histories) {
        List<MeterId> unread = new ArrayList<>();
        Rational above = Rational.ZERO;
        Rational below = Rational.ZERO;
        List<MeterId> all = new ArrayList<>(List.of(parent));
        all.addAll(children(parent));
        for (MeterId id : all) {
            Optional<Rational> used =
                    Optional.ofNullable(histories.get(id))
                            .flatMap(history -> history.consumption(from, to));
            if (used.isEmpty()) {
                unread.add(id);
            }
            Rational known = used.orElse(Rational.ZERO);
            above = id.equals(parent) ? known : above;
            below = id.equals(parent) ? below : below.plus(known);
        }
        return new MeterLoss(parent, above, below, unread);
    }

    private void judge(MeterId child, MeterId parent, List<Refusal> reasons) {
        Meter below = meter(child);
        Meter above = meter(parent);
        if (below.kind() != above.kind()) {
            reasons.add(
                    MeterRefusal.METER_KINDS_DIFFER.because(
                            below,
                            "kind",
                            below.kind().name(),
                            "parent",
                            above.serial(),
                            "parentKind",
                            above.kind().name()));
        }
        if (isBelowItself(child)) {
            reasons.add(MeterRefusal.METER_TREE_CYCLE.because(below));
        }
    }

    private boolean isBelowItself(MeterId meter) {
        Optional<MeterId> above = Optional.ofNullable(parents.get(meter));
        for (int level = 0; level < parents.size(); level++) {
            if (above.filter(meter::equals).isPresent()) {
                return true;
            }
            above = above.map(parents::get);
        }
        return false;
    }

    private Meter meter(MeterId id) {
        return Optional.ofNullable(meters.get(id))
                .orElseThrow(() -> new IllegalArgumentException("meter is not given: " + id));
    }
}
