package dev.guanjia.asset;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was done to equipment and what it cost. Entries are never changed; a correction is a further
 * entry, with a negative cost where too much stands.
 *
 * @param entries by day and id; no id stands twice
 */
public record RepairHistory(List<Entry> entries) {

    /** Sorts; an id names one entry. */
    public RepairHistory {
        entries =
                entries.stream()
                        .sorted(Comparator.comparing(Entry::day).thenComparing(Entry::id))
                        .toList();
        if (entries.stream().map(Entry::id).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("a repair entry stands twice: " + entries);
        }
    }

    /**
     * Records an entry. The same again changes nothing.
     *
     * @param added the entry
     * @param register what there is
     * @return the history, or refused with {@code REPAIR_ENTRY_EXISTS}, {@code EQUIPMENT_UNKNOWN}
     *     or {@code EQUIPMENT_NOT_INSTALLED}; a late bill may come after the equipment is retired
     */
    public Decision<RepairHistory> record(Entry added, EquipmentRegister register) {
        if (entries.contains(added)) {
            return Decision.accept(this);
        }
        if (entries.stream().anyMatch(each -> each.id().equals(added.id()))) {
            return AssetRefusal.REPAIR_ENTRY_EXISTS.refuse("entry", added.id());
        }
        LocalDate day =
                register.find(added.equipment())
                        .flatMap(Equipment::retired)
                        .filter(retired -> !added.day().isBefore(retired))
                        .map(retired -> retired.minusDays(1))
                        .orElse(added.day());
        return register.use(added.equipment(), day)
                .fold(
                        used -> {
                            List<Entry> all = new ArrayList<>(entries);
                            all.add(added);
                            return Decision.accept(new RepairHistory(all));
                        },
                        Decision::refuse);
    }

    /**
     * What was done to a piece of equipment.
     *
     * @param equipment which equipment
     * @return by day and id
     */
    public List<Entry> of(EquipmentId equipment) {
        return entries.stream().filter(each -> each.equipment().equals(equipment)).toList();
    }

    /**
     * What a piece of equipment cost.
     *
     * @param equipment which equipment
     * @param span the days
     * @return one sum per currency that occurs, by currency code; currencies never mix
     */
    public SortedMap<String, Money> costs(EquipmentId equipment, DateRange span) {
        return sums(of(equipment).stream().filter(each -> span.contains(each.day())));
    }

    /**
     * What an order cost.
     *
     * @param order the order
     * @return one sum per currency that occurs, by currency code; empty while nothing is charged
     */
    public SortedMap<String, Money> costs(String order) {
        return sums(entries.stream().filter(each -> each.order().equals(order)));
    }

    private static SortedMap<String, Money> sums(Stream<Entry> entries) {
        SortedMap<String, Money> sums = new TreeMap<>();
        entries.flatMap(each -> each.cost().stream())
                .forEach(cost -> sums.merge(cost.currency().getCurrencyCode(), cost, Money::plus));
        return sums;
    }

    /**
     * One thing done, or one cost of it.
     *
     * @param id which entry
     * @param order the order under which it was done
     * @param equipment what was repaired
     * @param day when
     * @param work what was done, not blank
     * @param cost what it cost; empty when nothing is charged for it
     */
    public record Entry(
            String id,
            String order,
            EquipmentId equipment,
            LocalDate day,
            String work,
            Optional<Money> cost) {

        /** An entry has an id, an order and says what was done. */
        public Entry {
            Identifier.require("repair entry id", id);
            Identifier.require("order id", order);
            if (work.isBlank()) {
                throw new IllegalArgumentException("repair says nothing: " + id);
            }
        }
    }
}
