package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BillOutcome.Charged;
import dev.guanjia.billing.BillOutcome.Skipped;
import dev.guanjia.billing.BillOutcome.Unchanged;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.Particulars;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Timeline;
import dev.guanjia.property.tenure.Vacancy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The bills of many units with every trace: what the rules say of a flat, they say of every flat
 * like it, to whomever it belongs, so they are asked once for all of them.
 *
 * <p>Units are alike when they have the same areas, uses and vacancies from the same days on, were
 * charged for the same before, have neither meters nor particulars, and always one owner, who pays
 * everything. Any other unit is asked for by itself: there is one set of rules. Not for use by
 * several threads.
 */
final class AlikeBills {

    /** Stands for any unit. */
    private static final UnitId ANY = new UnitId("any");

    private final BillCalculation rules;
    private final Map<Shape, List<BillOutcome>> known = new HashMap<>();

    /** All that the bill of such a unit depends on, but not whose it is. */
    private record Shape(
            Timeline<Rational> area,
            Timeline<UnitUse> use,
            Timeline<Vacancy> vacancy,
            Set<ChargeKey> existing) {}

    /**
     * Nothing is known yet.
     *
     * @param rules the run
     */
    AlikeBills(BillCalculation rules) {
        this.rules = rules;
    }

    /**
     * Calculates a unit.
     *
     * @param facts the unit
     * @param ids names a new charge; called once for each
     * @return as {@link BillCalculation#outcomes}
     */
    List<BillOutcome> outcomes(UnitFacts facts, Function<ChargeKey, ChargeId> ids) {
        if (!isSimple(facts)) {
            return rules.outcomes(facts, ids);
        }
        Shape shape = shape(facts);
        List<BillOutcome> like = known.get(shape);
        if (like == null) {
            List<BillOutcome> first = rules.outcomes(facts, ids);
            known.put(shape, first);
            return first;
        }
        UnitId unit = facts.unit().id();
        Payer payer = Payer.owner(facts.payers().owners().values().get(0).value());
        return like.stream().map(outcome -> same(outcome, unit, payer, ids)).toList();
    }

    /** Whether the shape and the owner say all. */
    private static boolean isSimple(UnitFacts facts) {
        return facts.meters().isEmpty()
                && facts.particulars().equals(Particulars.NONE)
                && facts.payers().terms().isEmpty()
                && facts.payers().owners().values().size() == 1;
    }

    private static Shape shape(UnitFacts facts) {
        Set<ChargeKey> existing = new HashSet<>();
        for (ChargeKey key : facts.existing()) {
            existing.add(of(ANY, key));
        }
        return new Shape(
                facts.history().area(), facts.history().use(), facts.history().vacancy(), existing);
    }

    private static BillOutcome same(
            BillOutcome outcome, UnitId unit, Payer payer, Function<ChargeKey, ChargeId> ids) {
        ChargeKey key = of(unit, outcome.key());
        return outcome.fold(
                charged -> new Charged(charge(charged.charge(), ids.apply(key), key, payer)),
                unchanged -> new Unchanged(key),
                skipped -> new Skipped(key, skipped.reason()));
    }

    private static Charge charge(Charge like, ChargeId id, ChargeKey key, Payer payer) {
        return new Charge(
                id, key, payer, like.amount(), like.dueOn(), like.trace(), like.replaces());
    }

    private static ChargeKey of(UnitId unit, ChargeKey like) {
        return new ChargeKey(unit, like.feeItem(), like.period(), like.order());
    }
}
