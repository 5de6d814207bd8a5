package dev.guanjia.formula;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

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
    private final IdentityHashMap<Formula.Binary, Token> operators;

    private FormulaText(
            String text,
            List<Token> tokens,
            Formula formula,
            IdentityHashMap<Formula.Binary, Token> operators) {
        this.text = text;
        this.tokens = tokens;
        this.formula = formula;
        this.operators = operators;
    }

    /**
     * The first phase: reads the text.
     *
     * @param text what somebody wrote, over one or more lines
     * @return the parsed text, or every issue of its shape
     */
    public static Outcome<FormulaText> parse(String text) {
        return parse(text, Vocabulary.PLAIN);
    }

    /**
     * The first phase for a formula that people type in words of their own.
     *
     * @param text what somebody typed; a full-width bracket is read as its half-width twin
     * @param measures the measure that each word stands for, e.g. {@code R} for {@code unit_area}
     * @return the parsed text, or every issue, unknown words among them
     */
    public static Outcome<FormulaText> parse(String text, Map<String, String> measures) {
        return parse(text, new Vocabulary.Typed(new TreeMap<>(measures)));
    }

    private static Outcome<FormulaText> parse(String text, Vocabulary vocabulary) {
        if (text.length() > LENGTH_LIMIT) {
            return tooLong(text);
        }
        Issues issues = new Issues(text);
        List<Token> tokens = Lexer.tokens(text, vocabulary, issues);
        Parser parser = new Parser(tokens, issues, DEPTH_LIMIT);
        Formula formula = parser.parse();
        return issues.outcome(new FormulaText(text, tokens, formula, parser.operators()));
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

    /**
     * Where the operator of a node stands.
     *
     * @param node a node of this very tree, not one that equals it
     * @return the place
     * @throws IllegalArgumentException if the node is of another tree
     */
    public Place place(Formula.Binary node) {
        Token operator = operators.get(node);
        if (operator == null) {
            throw new IllegalArgumentException("not of this tree: " + node.print());
        }
        return Place.of(text, operator.offset());
    }

    /**
     * Where the text starts, for what concerns it as a whole.
     *
     * @return its first line and column
     */
    public Place start() {
        return Place.of(text, 0);
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
