package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.Quantity;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.formula.FormulaText;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What proves a quantity that is neither an area nor measured, as it is kept: one of the three. */
@JsonNaming(SnakeCaseStrategy.class)
record QuantityJson(@Nullable Share share, @Nullable Formula formula, @Nullable Late late) {

    /** A share of a pool. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Share(
            String pool,
            long wholeMinor,
            String currency,
            String key,
            String total,
            boolean leftover) {
        private Quantity quantity() {
            return new Quantity.Share(
                    pool,
                    money(wholeMinor, currency),
                    Rational.parseFraction(key),
                    Rational.parseFraction(total),
                    leftover);
        }
    }

    /** A formula with its values. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Formula(String text, SortedMap<String, String> values) {
        private Quantity quantity() {
            SortedMap<String, Rational> numbers = new TreeMap<>();
            values.forEach((name, value) -> numbers.put(name, Rational.parseFraction(value)));
            return new Quantity.Formula(read(), numbers);
        }

        private CheckedFormula read() {
            return FormulaText.parse(text)
                    .fold(
                            typed ->
                                    typed.check(new TreeSet<>(values.keySet()))
                                            .fold(formula -> formula, issues -> broken()),
                            issues -> broken());
        }

        private CheckedFormula broken() {
            throw new IllegalStateException("kept formula cannot be read: " + text);
        }
    }

    /** Late days of another charge. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Late(String charge, List<Line> lines) {
        private Quantity quantity() {
            return new Quantity.Late(new ChargeId(charge), lines.stream().map(Line::line).toList());
        }
    }

    /** A stretch of late days. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Line(
            String from,
            String to,
            long baseMinor,
            String currency,
            String dayRate,
            String amount) {
        private static Line of(Quantity.Late.LateLine line) {
            return new Line(
                    line.days().start().toString(),
                    line.days().end().toString(),
                    line.base().minorUnits(),
                    line.base().currency().getCurrencyCode(),
                    line.dayRate().toString(),
                    line.amount().toString());
        }

        private Quantity.Late.LateLine line() {
            return new Quantity.Late.LateLine(
                    new DateRange(LocalDate.parse(from), LocalDate.parse(to)),
                    money(baseMinor, currency),
                    Rational.parseFraction(dayRate),
                    Rational.parseFraction(amount));
        }
    }

    static @Nullable QuantityJson of(Quantity quantity) {
        if (quantity instanceof Quantity.Share share) {
            return new QuantityJson(of(share), null, null);
        }
        if (quantity instanceof Quantity.Formula formula) {
            SortedMap<String, String> values = new TreeMap<>();
            formula.values().forEach((name, value) -> values.put(name, value.toString()));
            return new QuantityJson(null, new Formula(formula.formula().toString(), values), null);
        }
        if (quantity instanceof Quantity.Late late) {
            List<Line> lines = late.lines().stream().map(Line::of).toList();
            return new QuantityJson(null, null, new Late(late.charge().value(), lines));
        }
        return null;
    }

    private static Share of(Quantity.Share share) {
        return new Share(
                share.pool(),
                share.whole().minorUnits(),
                share.whole().currency().getCurrencyCode(),
                share.key().toString(),
                share.total().toString(),
                share.hasLeftover());
    }

    Quantity quantity() {
        if (share != null) {
            return share.quantity();
        }
        if (formula != null) {
            return formula.quantity();
        }
        if (late != null) {
            return late.quantity();
        }
        throw new IllegalStateException("kept quantity without a proof");
    }

    private static Money money(long minor, String currency) {
        return new Money(Currency.getInstance(currency), minor);
    }
}
