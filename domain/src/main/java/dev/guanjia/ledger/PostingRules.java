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
import java.util.TreeMap;

/**
 * The table that says which accounts each event touches, from which day on.
 *
 * <p>Shape: for one event and key the row with the latest {@code from} on or before the day holds;
 * a row with the key {@code *} is for keys without a row of their own.
 */
public final class PostingRules {

    /** The header of a table of rules. */
    public static final List<String> COLUMNS =
            List.of("event", "key", "zh", "en", "debit", "credit", "from", "source");

    private static final String ANY = "*";

    private final Map<String, NavigableMap<LocalDate, PostingRule>> rules = new TreeMap<>();

    private PostingRules(List<PostingRule> rules) {
        for (PostingRule rule : rules) {
            this.rules
                    .computeIfAbsent(name(rule.event(), rule.key()), name -> new TreeMap<>())
                    .put(rule.from(), rule);
        }
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
        return new PostingRules(rules);
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
        return new PostingRules(all);
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
        NavigableMap<LocalDate, PostingRule> rows =
                rules.getOrDefault(name(event, key), rules.get(name(event, ANY)));
        Map.Entry<LocalDate, PostingRule> row = rows == null ? null : rows.floorEntry(day);
        if (row == null) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("event", event);
            facts.put("key", key);
            facts.put("day", day.toString());
            return Decision.refuse(List.of(LedgerRefusal.POSTING_RULE_MISSING.with(facts)));
        }
        return Decision.accept(row.getValue());
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
