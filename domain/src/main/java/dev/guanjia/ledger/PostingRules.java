package dev.guanjia.ledger;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table that says which accounts each event touches, from which day on.
 *
 * <p>Shape: for one event and key the row with the latest {@code from} on or before the day holds;
 * for keys without such a row of their own, a row with the key {@code *} and the kind of the key
 * holds, where keys have kinds, and then one with the key {@code *}.
 */
public final class PostingRules {

    /** The header of a table of rules. */
    public static final List<String> COLUMNS =
            List.of("event", "key", "zh", "en", "debit", "credit", "from", "source");

    private static final String ANY = "*";

    private final Map<String, NavigableMap<LocalDate, PostingRule>> rules;
    private final Map<String, String> kinds;

    private PostingRules(
            Map<String, NavigableMap<LocalDate, PostingRule>> rules, Map<String, String> kinds) {
        this.rules = rules;
        this.kinds = new TreeMap<>(kinds);
    }

    /**
     * Reads rules against a chart.
     *
     * @param table rows with the columns {@link #COLUMNS}
     * @param chart where every account of the rules must stand
     * @return the rules
     * @throws CatalogueException naming every faulty row: an unknown account, one account on both
     *     sides, a day before an account begins, or a rule that stands twice
     */
    public static PostingRules of(Table table, ChartOfAccounts chart) {
        List<PostingRule> rules = table.map(row -> rule(row, chart));
        requireUnique(table, rules);
        return new PostingRules(named(rules), Map.of());
    }

    /** Of two for one event, key and day the later stands. */
    private static Map<String, NavigableMap<LocalDate, PostingRule>> named(
            List<PostingRule> rules) {
        Map<String, NavigableMap<LocalDate, PostingRule>> named = new TreeMap<>();
        for (PostingRule rule : rules) {
            named.computeIfAbsent(name(rule.event(), rule.key()), name -> new TreeMap<>())
                    .put(rule.from(), rule);
        }
        return named;
    }

    /**
     * The same rules where keys are of kinds, so that {@code *ON_BEHALF} is for all keys of the
     * kind {@code ON_BEHALF} that have no row of their own.
     *
     * @param kinds by key; a key that is not among them is of no kind
     * @return the rules for keys of these kinds
     */
    public PostingRules withKinds(Map<String, String> kinds) {
        return new PostingRules(rules, kinds);
    }

    /**
     * These rules as a company changes them.
     *
     * @param table rows with the columns {@link #COLUMNS}: each holds from its day on, and takes
     *     the place of one for its event and key that begins on the same day
     * @param chart where every account of the rows must stand
     * @return the rules
     * @throws CatalogueException as {@link #of}
     */
    public PostingRules with(Table table, ChartOfAccounts chart) {
        List<PostingRule> all = new ArrayList<>(rules());
        all.addAll(of(table, chart).rules());
        return new PostingRules(named(all), kinds);
    }

    /**
     * The rule in force.
     *
     * @param event what happened
     * @param key what kind of it
     * @param day the accounting day
     * @return the rule, or {@link LedgerRefusal#POSTING_RULE_MISSING}
     */
    public Decision<PostingRule> rule(String event, String key, LocalDate day) {
        Optional<PostingRule> found = find(event, key, day);
        if (found.isEmpty()) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("event", event);
            facts.put("key", key);
            facts.put("day", day.toString());
            return Decision.refuse(List.of(LedgerRefusal.POSTING_RULE_MISSING.with(facts)));
        }
        return Decision.accept(found.get());
    }

    /**
     * The rule in force, where an event is posted for some keys only.
     *
     * @param event what happened
     * @param key what kind of it
     * @param day the accounting day
     * @return empty if no row holds
     */
    public Optional<PostingRule> find(String event, String key, LocalDate day) {
        return Stream.of(key, ANY + kinds.getOrDefault(key, ""), ANY)
                .map(each -> rules.get(name(event, each)))
                .filter(Objects::nonNull)
                .map(rows -> rows.floorEntry(day))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /**
     * All rules.
     *
     * @return by event, key and first day
     */
    public List<PostingRule> rules() {
        return rules.values().stream().flatMap(rows -> rows.values().stream()).toList();
    }

    private static PostingRule rule(Row row, ChartOfAccounts chart) {
        return new PostingRule(
                row.required("event"),
                row.required("key"),
                row.label(),
                row.as("debit", code -> chart.account(new AccountCode(code))),
                row.as("credit", code -> chart.account(new AccountCode(code))),
                row.from(),
                row.required("source"));
    }

    private static void requireUnique(Table table, List<PostingRule> rules) {
        Map<String, PostingRule> seen = new TreeMap<>();
        List<CatalogueFault> faults = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            PostingRule rule = rules.get(i);
            String name = name(rule.event(), rule.key()) + " from " + rule.from();
            if (seen.putIfAbsent(name, rule) != null) {
                faults.add(table.rows().get(i).fault("", "stands twice: " + name));
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
    }

    private static String name(String event, String key) {
        return event + " " + key;
    }
}
