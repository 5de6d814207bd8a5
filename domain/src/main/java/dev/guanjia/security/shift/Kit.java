package dev.guanjia.security.shift;

import dev.guanjia.money.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a shift holds and passes on. Source: requirements 03 P-HANDOVER, R-SHIFT-KIT, 06 A-94.
 *
 * @param keys every key, in the kit or lent
 * @param goods every shared thing, in the kit or lent
 * @param lent who has what is lent: keys and goods, by name
 * @param money the shared money, zero or more
 * @param equipment the state of each piece of equipment, by name
 * @param matters what is unfinished and why, by name
 */
public record Kit(
        SortedSet<String> keys,
        SortedSet<String> goods,
        SortedMap<String, String> lent,
        Money money,
        SortedMap<String, String> equipment,
        SortedMap<String, String> matters) {

    /** Copies; only what the shift holds can be lent, and nothing is both a key and a good. */
    public Kit {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
        goods = Collections.unmodifiableSortedSet(new TreeSet<>(goods));
        lent = Collections.unmodifiableSortedMap(new TreeMap<>(lent));
        equipment = Collections.unmodifiableSortedMap(new TreeMap<>(equipment));
        matters = Collections.unmodifiableSortedMap(new TreeMap<>(matters));
        TreeSet<String> things = new TreeSet<>(keys);
        things.addAll(goods);
        if (things.size() != keys.size() + goods.size() || !things.containsAll(lent.keySet())) {
            throw new IllegalArgumentException("kit of " + things + " cannot lend " + lent);
        }
        if (money.isNegative()) {
            throw new IllegalArgumentException("kit owes money: " + money);
        }
    }

    /**
     * A kit without money: it is zero until a company says otherwise.
     *
     * @param currency of the money
     * @param keys the keys
     * @param goods the shared things
     * @param equipment the state of each piece of equipment, by name
     * @return the kit, nothing lent and nothing unfinished
     */
    public static Kit of(
            Currency currency,
            SortedSet<String> keys,
            SortedSet<String> goods,
            SortedMap<String, String> equipment) {
        return new Kit(
                keys, goods, new TreeMap<>(), Money.zero(currency), equipment, new TreeMap<>());
    }

    /**
     * What is handed over one by one: the log, the money, each key, good, piece of equipment and
     * unfinished matter.
     *
     * @return e.g. {@code key:roof}, {@code log}, {@code money}, by name
     */
    public SortedSet<String> items() {
        SortedSet<String> items = new TreeSet<>();
        items.add("log");
        items.add("money");
        keys.forEach(name -> items.add("key:" + name));
        goods.forEach(name -> items.add("goods:" + name));
        equipment.keySet().forEach(name -> items.add("equipment:" + name));
        matters.keySet().forEach(name -> items.add("matter:" + name));
        return Collections.unmodifiableSortedSet(items);
    }

    boolean holds(String thing) {
        return keys.contains(thing) || goods.contains(thing);
    }
}
