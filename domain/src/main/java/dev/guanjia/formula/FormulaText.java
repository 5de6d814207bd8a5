package dev.guanjia.formula;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The text of a formula, parsed but not yet checked against the measures that exist.
 *
 * <p>Shape: {@code + - * /}, a leading minus, brackets, decimals, and names in lower_snake_case;
 * {@code *} and {@code /} bind more tightly than {@code +} and {@code -}, equals bind to the left.
 */
public final class FormulaText {

    /** How many characters a formula may have. */
    public static final int LENGTH_LIMIT = 1000;

    /** How deep brackets and signs may nest. */
    public static final int DEPTH_LIMIT = 50;

    private final String text;
    private final List<Token> tokens;
    private final Formula formula;

    private FormulaText(String text, List<Token> tokens, Formula formula) {
        this.text = text;
        this.tokens = tokens;
        this.formula = formula;
    }

    /**
     * The first phase: reads the text.
     *
     * @param text what somebody wrote, over one or more lines
     * @return the parsed text, or every issue of its shape
     */
    public static Outcome<FormulaText> parse(String text) {
        if (text.length() > LENGTH_LIMIT) {
            return tooLong(text);
        }
        Issues issues = new Issues(text);
        List<Token> tokens = Lexer.tokens(text, issues);
        Formula formula = new Parser(tokens, issues, DEPTH_LIMIT).parse();
        return issues.outcome(new FormulaText(text, tokens, formula));
    }

    /**
     * The second phase: holds the names against the measures that exist.
     *
     * @param measures every name that may be used
     * @return the checked formula, or one issue per unknown name, with a suggestion where one is
     *     close
     */
    public Outcome<CheckedFormula> check(SortedSet<String> measures) {
        Issues issues = new Issues(text);
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NAME && !measures.contains(token.text())) {
                unknown(token, measures, issues);
            }
        }
        return issues.outcome(new CheckedFormula(formula));
    }

    /**
     * What was read.
     *
     * @return the tree
     */
    public Formula formula() {
        return formula;
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static Outcome<FormulaText> tooLong(String text) {
        Issues issues = new Issues(text.substring(0, LENGTH_LIMIT));
        Map<String, String> facts = Issues.fact("length", Integer.toString(text.length()));
        facts.put("limit", Integer.toString(LENGTH_LIMIT));
        issues.add(FormulaRefusal.TOO_LONG, LENGTH_LIMIT, facts);
        return issues.faulty();
    }

    private static void unknown(Token token, SortedSet<String> measures, Issues issues) {
        Map<String, String> facts = Issues.fact("measure", token.text());
        Spelling.closest(token.text(), measures)
                .ifPresent(suggestion -> facts.put("suggestion", suggestion));
        FormulaRefusal code =
                facts.containsKey("suggestion")
                        ? FormulaRefusal.MISSPELT_MEASURE
                        : FormulaRefusal.UNKNOWN_MEASURE;
        issues.add(code, token.offset(), facts);
    }
}
