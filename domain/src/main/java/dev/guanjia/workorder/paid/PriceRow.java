package dev.guanjia.workorder.paid;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs, and when. Source: 06 A-77 (prices are data of the company; none is invented).
 *
 * @param item what
 * @param price of one unit, in whole minor units; zero or more
 * @param free true where it costs nothing on purpose; then, and only then, the price is zero
 * @param from the first day, included
 * @param last the last day, included and not before {@code from}; null when none is set
 */
public record PriceRow(
        PriceItem item, Money price, boolean free, LocalDate from, @Nullable LocalDate last) {

    /** Nothing is free by a slip, and nothing pays the customer. */
    public PriceRow {
        if (price.isNegative() || price.isZero() != free) {
            throw new IllegalArgumentException(
                    "price of " + item.id() + " is " + price + (free ? ", free" : ", not free"));
        }
        if (last != null && last.isBefore(from)) {
            throw new IllegalArgumentException("price runs backwards: " + from + " to " + last);
        }
    }

    static PriceRow read(Row row) {
        Currency currency = row.as("currency", Currency::getInstance);
        return new PriceRow(
                new PriceItem(
                        row.required("item"),
                        row.label(),
                        row.as("kind", PriceItem.Kind::valueOf),
                        new Label(row.required("unit_zh"), row.required("unit_en"))),
                row.as("price", text -> Money.parse(text, currency)),
                row.yes("free"),
                row.from(),
                row.text("last").isBlank() ? null : row.as("last", LocalDate::parse));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (last == null || !day.isAfter(last));
    }

    boolean overlaps(PriceRow other) {
        return item.id().equals(other.item.id()) && (covers(other.from) || other.covers(from));
    }

    PriceRow until(LocalDate day) {
        return new PriceRow(item, price, free, from, day);
    }
}
