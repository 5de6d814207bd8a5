package dev.guanjia.formula;

import dev.guanjia.money.Rational;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree by descent. After a fault it carries on as if the missing word stood there, so
 * that one reading finds every fault.
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = factor (("*" | "/") factor)*
 * factor  = "-" factor | number | name | "(" sum ")"
 * </pre>
 */
final class Parser {

    private static final Formula PLACEHOLDER = new Formula.Literal(Rational.ZERO);

    private final List<Token> tokens;
    private final Issues issues;
    private final int depthLimit;
    private final IdentityHashMap<Formula.Binary, Token> operators = new IdentityHashMap<>();
    private int next;
    private int depth;
    private boolean isTooDeep;

    Parser(List<Token> tokens, Issues issues, int depthLimit) {
        this.tokens = tokens;
        this.issues = issues;
        this.depthLimit = depthLimit;
    }

    Formula parse() {
        Formula root = closed();
        while (token().is(")")) {
            issues.found(FormulaRefusal.BRACKET_ALONE, take());
            if (!isClosing()) {
                closed();
            }
        }
        return root;
    }

    /** Where each operator stands, by the very node and not by its equals. */
    IdentityHashMap<Formula.Binary, Token> operators() {
        return operators;
    }

    /** A sum and, after a fault, whatever stands before the closing bracket or the end. */
    private Formula closed() {
        Formula formula = binary(1);
        while (!isClosing()) {
            if (token().kind() == Token.Kind.FAULTY) {
                take();
            } else if (!isAfterFault()) {
                issues.found(FormulaRefusal.OPERATOR_EXPECTED, token());
            }
            if (!isClosing()) {
                binary(1);
            }
        }
        return formula;
    }

    private Formula binary(int strength) {
        if (strength > 2) {
            return factor();
        }
        Formula left = binary(strength + 1);
        Optional<Operator> operator = operator(strength);
        while (operator.isPresent()) {
            Token symbol = take();
            Formula.Binary node = new Formula.Binary(operator.get(), left, binary(strength + 1));
            operators.put(node, symbol);
            left = node;
            operator = operator(strength);
        }
        return left;
    }

    private Optional<Operator> operator(int strength) {
        for (Operator operator : Operator.values()) {
            if (operator.strength() == strength && token().is(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Formula factor() {
        Token token = token();
        if (token.is("-") || token.is("(")) {
            return nested(take());
        }
        if (token.isOperand()) {
            return operand(take());
        }
        if (!isTooDeep) {
            missing(token);
        }
        return PLACEHOLDER;
    }

    private void missing(Token token) {
        issues.found(
                token.kind() == Token.Kind.END
                        ? FormulaRefusal.ENDED_EARLY
                        : FormulaRefusal.OPERAND_EXPECTED,
                token);
    }

    private Formula nested(Token opening) {
        if (depth == depthLimit) {
            return stop(opening);
        }
        depth++;
        Formula inner = opening.is("-") ? new Formula.Negation(factor()) : bracket(opening);
        depth--;
        return inner;
    }

    private Formula bracket(Token opening) {
        Formula inner = closed();
        if (token().is(")")) {
            take();
        } else if (!isTooDeep) {
            issues.found(FormulaRefusal.BRACKET_ALONE, opening);
        }
        return inner;
    }

    /** Past the limit nothing more is read: each further bracket would be the same fault. */
    private Formula stop(Token token) {
        isTooDeep = true;
        next = tokens.size() - 1;
        issues.add(
                FormulaRefusal.TOO_DEEP,
                token.offset(),
                Issues.fact("limit", Integer.toString(depthLimit)));
        return PLACEHOLDER;
    }

    private static Formula operand(Token token) {
        return switch (token.kind()) {
            case NUMBER -> new Formula.Literal(Rational.parse(token.text()));
            case NAME -> new Formula.Measure(token.text());
            case SYMBOL, FAULTY, END -> PLACEHOLDER;
        };
    }

    /** A faulty word may have been meant as an operator. */
    private boolean isAfterFault() {
        return next > 0 && tokens.get(next - 1).kind() == Token.Kind.FAULTY;
    }

    private boolean isClosing() {
        return token().is(")") || token().kind() == Token.Kind.END;
    }

    private Token token() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }
}
