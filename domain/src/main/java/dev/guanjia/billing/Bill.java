package dev.guanjia.billing;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.Payer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a run finds for a unit. Where the terms round the total, the lines of a payer that
 * are whole periods are cut so that they add up to it; a part of a period is always rounded so that
 * it adds up to the period.
 *
 * @param entries in the order of bills
 */
record Bill(List<Entry> entries) {

    /** Lines that are rounded together. */
    private record Together(Payer payer, RoundingPolicy rounding) {}

    List<BillOutcome> outcomes(ChargeMaker maker, @Nullable ChargeId replaces) {
        Map<Entry, Entry.Priced> cut = cut();
        List<BillOutcome> outcomes = new ArrayList<>();
        for (Entry entry : entries) {
            outcomes.add(
                    entry instanceof Entry.Priced line
                            ? cut.getOrDefault(line, line).outcome(maker, replaces)
                            : ((Entry.Decided) entry).outcome());
        }
        return List.copyOf(outcomes);
    }

    private Map<Entry, Entry.Priced> cut() {
        Map<Together, List<Entry.Priced>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Priced line && isCut(line)) {
                groups.computeIfAbsent(
                                new Together(line.payer(), line.trace().rounding()),
                                any -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<Entry, Entry.Priced> cut = new HashMap<>();
        groups.forEach((together, lines) -> cut(together.rounding(), lines, cut));
        return cut;
    }

    private static boolean isCut(Entry.Priced line) {
        return line.whole() && line.trace().rounding().scope() == RoundingPolicy.Scope.PER_TOTAL;
    }

    private static void cut(
            RoundingPolicy rounding, List<Entry.Priced> lines, Map<Entry, Entry.Priced> cut) {
        List<Rational> exact = lines.stream().map(line -> line.trace().owed()).toList();
        List<Money> amounts = rounding.roundLines(exact, lines.get(0).trace().currency());
        for (int i = 0; i < lines.size(); i++) {
            cut.put(lines.get(i), lines.get(i).with(lines.get(i).trace().cutTo(amounts.get(i))));
        }
    }
}
