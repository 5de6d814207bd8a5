package dev.guanjia.billing.share;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.util.List;

/**
 * What a fee formula may name.
 *
 * @param id lower_snake_case
 * @param words what people type for it, one or more
 * @param label what it is called
 * @param unit what it is counted in: a word of small letters and digits; {@code 1} for a bare
 *     number, {@code money} for an amount in major units, {@code price} for whatever makes the
 *     formula come to money
 * @param source where it comes from
 */
public record FeeName(String id, List<String> words, Label label, String unit, String source) {

    /** The unit of an amount. */
    public static final String MONEY = "money";

    /** The unit of a price. */
    public static final String PRICE = "price";

    private static final String ID = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    private static final String WORD = "[\\p{L}_][\\p{L}\\p{Nd}_]*";
    private static final String UNIT = "1|[a-z][a-z0-9]*";

    /** Nobody could type a name without a word of letters and digits. */
    public FeeName {
        words = List.copyOf(words);
        if (words.isEmpty() || !words.stream().allMatch(word -> word.matches(WORD))) {
            throw new IllegalArgumentException("words must be of letters and digits: " + words);
        }
        if (!id.matches(ID) || !unit.matches(UNIT)) {
            throw new IllegalArgumentException("no id or no unit: " + id + ", " + unit);
        }
    }

    static FeeName from(Row row) {
        return new FeeName(
                row.required("id"),
                row.list("words"),
                row.label(),
                row.required("unit"),
                row.required("source"));
    }
}
