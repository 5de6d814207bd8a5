package dev.guanjia.formula;

import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Cuts a text into words. */
final class Lexer {

    private static final String SYMBOLS = "+-*/()";

    private final String text;
    private final Vocabulary vocabulary;
    private final Issues issues;
    private final List<Token> tokens = new ArrayList<>();
    private int offset;

    private Lexer(String text, Vocabulary vocabulary, Issues issues) {
        this.text = text;
        this.vocabulary = vocabulary;
        this.issues = issues;
    }

    /** The words of the text, an END last. */
    static List<Token> tokens(String text, Vocabulary vocabulary, Issues issues) {
        Lexer lexer = new Lexer(text, vocabulary, issues);
        while (lexer.offset < text.length()) {
            lexer.next(text.codePointAt(lexer.offset));
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", text.length()));
        return lexer.tokens;
    }

    private void next(int point) {
        if (Character.isWhitespace(point)) {
            offset += Character.charCount(point);
        } else if (SYMBOLS.indexOf(vocabulary.symbol(point)) >= 0) {
            symbol(take(Token.Kind.SYMBOL, offset + 1), vocabulary.symbol(point));
        } else if (isDigit(point)) {
            number(take(Token.Kind.NUMBER, end(c -> isNamePart(c) || c == '.')));
        } else if (isNamePart(point)) {
            name(take(Token.Kind.NAME, end(Lexer::isNamePart)));
        } else {
            fault(
                    take(Token.Kind.NAME, offset + Character.charCount(point)),
                    FormulaRefusal.UNKNOWN_CHARACTER);
        }
    }

    private void number(Token token) {
        try {
            Rational.parse(token.text());
            tokens.add(token);
        } catch (NumberFormatException e) {
            fault(token, FormulaRefusal.NUMBER_SHAPE);
        }
    }

    private void symbol(Token token, int meant) {
        tokens.add(new Token(token.kind(), Character.toString(meant), token.offset()));
    }

    private void name(Token token) {
        Optional<String> measure = vocabulary.measure(token.text());
        if (measure.isPresent()) {
            tokens.add(new Token(token.kind(), measure.get(), token.offset()));
        } else {
            vocabulary.unknown(token, issues);
            tokens.add(new Token(Token.Kind.FAULTY, token.text(), token.offset()));
        }
    }

    private void fault(Token token, FormulaRefusal code) {
        issues.found(code, token);
        tokens.add(new Token(Token.Kind.FAULTY, token.text(), token.offset()));
    }

    private Token take(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(offset, end), offset);
        offset = end;
        return token;
    }

    private int end(IntPredicate belongs) {
        int end = offset;
        while (end < text.length() && belongs.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isNamePart(int point) {
        return Character.isLetterOrDigit(point) || point == '_';
    }
}
