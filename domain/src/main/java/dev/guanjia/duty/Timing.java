package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DeadlineKind;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.catalogue.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a duty comes round and until when it is in time.
 *
 * @param cadences each once, in row order; none where the source is silent, so that the duty is
 *     never due by the calendar
 * @param rules the deadlines that can be dated, each falling inside one of the cadences and no two
 *     inside the same
 * @param words the words printed in place of a deadline, such as {@code promptly}
 */
public record Timing(List<Cadence> cadences, List<DeadlineRule> rules, List<String> words) {

    /** A deadline that never occurs is refused. */
    public Timing {
        cadences = List.copyOf(cadences);
        rules = List.copyOf(rules);
        words = List.copyOf(words);
        if (new TreeSet<>(cadences).size() != cadences.size()) {
            throw new IllegalArgumentException("needs each cadence once: " + cadences);
        }
        for (DeadlineRule rule : rules) {
            if (cadences.stream().noneMatch(rule::fits)) {
                throw new IllegalArgumentException(rule + " never occurs in " + cadences);
            }
        }
        for (Cadence cadence : cadences) {
            List<DeadlineRule> dating = dating(rules, cadence);
            if (dating.size() > 1) {
                throw new IllegalArgumentException(cadence + " has two deadlines: " + dating);
            }
        }
    }

    static Timing read(Row row, Vocabulary words) {
        List<Cadence> cadences = cadences(row);
        if (row.text("deadline").isBlank()) {
            return new Timing(cadences, List.of(), List.of());
        }
        return row.as("deadline", text -> read(cadences, row.list("deadline"), words));
    }

    private static Timing read(List<Cadence> cadences, List<String> codes, Vocabulary words) {
        List<DeadlineRule> dated = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        for (String code : codes) {
            if (DeadlineRule.isDated(code)) {
                dated.add(DeadlineRule.parse(code));
            } else {
                undated.add(words.parse(code));
            }
        }
        return new Timing(cadences, dated, undated);
    }

    private static List<Cadence> cadences(Row row) {
        if (row.text("cadence").isBlank()) {
            return List.of();
        }
        return row.as(
                "cadence",
                text -> {
                    List<Cadence> each = row.list("cadence").stream().map(Cadence::parse).toList();
                    return new Timing(each, List.of(), List.of()).cadences();
                });
    }

    /**
     * The deadline that dates a cadence.
     *
     * @param cadence one of the cadences
     * @return the rule, or empty when only words or nothing is printed for it
     */
    public Optional<DeadlineRule> ruleFor(Cadence cadence) {
        Optional<DeadlineRule> dating = dating(rules, cadence).stream().findFirst();
        return dating.isPresent()
                ? dating
                : rules.stream().filter(rule -> rule.fits(cadence)).findFirst();
    }

    /**
     * How often every area is to be covered in a shift.
     *
     * @return the number, or empty when the row asks for none
     */
    public Optional<Integer> minimumPerArea() {
        return rules.stream()
                .filter(rule -> rule.kind() == DeadlineKind.AT_LEAST)
                .map(DeadlineRule::number)
                .findFirst();
    }

    /**
     * The codes of the deadline as a row has them.
     *
     * @return the dated rules, then the words
     */
    public List<String> codes() {
        return Stream.concat(rules.stream().map(DeadlineRule::toString), words.stream()).toList();
    }

    /** A count per area is no moment and stands beside one. */
    private static List<DeadlineRule> dating(List<DeadlineRule> rules, Cadence cadence) {
        return rules.stream()
                .filter(rule -> rule.fits(cadence) && rule.kind() != DeadlineKind.AT_LEAST)
                .toList();
    }
}
