package dev.guanjia.workorder.paid;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What paid work costs in a company, over time. An item has at most one price on any day.
 *
 * @param currency what all prices are in
 * @param rows by item, then first day
 */
public record PriceList(Currency currency, List<PriceRow> rows) {

    private static final List<String> COLUMNS =
            List.of(
                    "item",
                    "zh",
                    "en",
                    "kind",
                    "unit_zh",
                    "unit_en",
                    "price",
                    "currency",
                    "free",
                    "from",
                    "last");
    private static final Comparator<PriceRow> ORDER =
            Comparator.comparing((PriceRow row) -> row.item().id()).thenComparing(PriceRow::from);

    /** Sorts; no two prices of an item hold on one day. */
    public PriceList {
        rows = rows.stream().sorted(ORDER).toList();
        for (int i = 0; i < rows.size(); i++) {
            PriceRow row = rows.get(i);
            if (!row.price().currency().equals(currency)) {
                throw new IllegalArgumentException(row.item().id() + " is not in " + currency);
            }
            if (i > 0 && row.overlaps(rows.get(i - 1))) {
                throw new IllegalArgumentException(
                        "two prices of " + row.item().id() + " on " + row.from());
            }
        }
    }

    /**
     * Reads a list of the company's.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns {@code
     *     item,zh,en,kind,unit_zh,unit_en,price,currency,free,from,last}
     * @param currency what the list is in
     * @return the list
     * @throws CatalogueException naming every faulty cell, and every row that overlaps an earlier
     *     one or is in another currency
     */
    public static PriceList parse(String name, String text, Currency currency) {
        List<PriceRow> earlier = new ArrayList<>();
        Table.parse(name, text, COLUMNS)
                .map(
                        row -> {
                            PriceRow price = PriceRow.read(row);
                            requireFit(price, earlier, currency);
                            earlier.add(price);
                            return price;
                        });
        return new PriceList(currency, earlier);
    }

    private static void requireFit(PriceRow added, List<PriceRow> earlier, Currency currency) {
        Optional<Refusal> reason = against(added, earlier, currency);
        if (reason.isPresent()) {
            throw new IllegalArgumentException(Wording.of(reason.get(), Language.EN));
        }
    }

    private static Optional<Refusal> against(
            PriceRow added, List<PriceRow> others, Currency currency) {
        if (!added.price().currency().equals(currency)) {
            return Optional.of(PaidRefusal.otherCurrency(Money.zero(currency), added.price()));
        }
        return others.stream()
                .filter(added::overlaps)
                .findFirst()
                .map(
                        rival ->
                                PaidRefusal.PRICE_OVERLAPS.because(
                                        "item", added.item().id(),
                                        "from", added.from().toString(),
                                        "other", rival.from().toString()));
    }

    /**
     * Enters a price.
     *
     * @param added the price
     * @return the list afterwards, or refused with {@code OTHER_CURRENCY} or {@code PRICE_OVERLAPS}
     */
    public Decision<PriceList> add(PriceRow added) {
        Optional<Refusal> reason = against(added, rows, currency);
        if (reason.isPresent()) {
            return Decision.refuse(List.of(reason.get()));
        }
        List<PriceRow> all = new ArrayList<>(rows);
        all.add(added);
        return Decision.accept(new PriceList(currency, all));
    }

    /**
     * Enters a new price in place of one that has no last day, which then ends the day before.
     *
     * @param added the new price
     * @return the list afterwards, or refused as {@link #add}
     */
    public Decision<PriceList> revise(PriceRow added) {
        List<PriceRow> ended =
                rows.stream()
                        .map(
                                row ->
                                        row.last() == null
                                                        && row.overlaps(added)
                                                        && row.from().isBefore(added.from())
                                                ? row.until(added.from().minusDays(1))
                                                : row)
                        .toList();
        return new PriceList(currency, ended).add(added);
    }

    /**
     * Looks up a price.
     *
     * @param item the item's id
     * @param day the day
     * @return the price in force, or empty: without a price nothing is quoted
     */
    public Optional<PriceRow> price(String item, LocalDate day) {
        return rows.stream()
                .filter(row -> row.item().id().equals(item) && row.covers(day))
                .findFirst();
    }

    /**
     * Prices what a job takes.
     *
     * @param wanted how much of which item
     * @param day the day of the quote
     * @return one line per item, by item; or refused with {@code PRICE_UNKNOWN} or {@code
     *     QUANTITY_NOT_POSITIVE} for each faulty one, or with {@code NO_LINES}
     */
    public Decision<List<PaidLine>> lines(SortedMap<String, Rational> wanted, LocalDate day) {
        List<Refusal> reasons = new ArrayList<>();
        List<PaidLine> lines = new ArrayList<>();
        wanted.forEach(
                (item, quantity) -> {
                    Optional<PriceRow> row = price(item, day);
                    if (quantity.signum() <= 0) {
                        reasons.add(
                                PaidRefusal.QUANTITY_NOT_POSITIVE.because(
                                        "item", item, "quantity", quantity.toString()));
                    } else if (row.isEmpty()) {
                        reasons.add(
                                PaidRefusal.PRICE_UNKNOWN.because(
                                        "item", item, "day", day.toString()));
                    } else {
                        lines.add(new PaidLine(row.get().item(), quantity, row.get().price()));
                    }
                });
        if (wanted.isEmpty()) {
            reasons.add(PaidRefusal.NO_LINES.because());
        }
        return reasons.isEmpty() ? Decision.accept(lines) : Decision.refuse(reasons);
    }
}
