package dev.guanjia.server.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as it was given.
 *
 * @param place what it prices
 * @param price what that costs
 * @param currency of what
 * @param from from which day on
 * @param to until before which day; null where only a later version ends it
 * @param terms how the price is applied
 */
public record TariffDraft(
        Place place,
        Price price,
        String currency,
        LocalDate from,
        @Nullable LocalDate to,
        TermsDraft terms) {

    /**
     * What is priced.
     *
     * @param communityId where
     * @param feeItem which fee item
     * @param use for which use of units
     */
    public record Place(String communityId, String feeItem, String use) {}

    /**
     * One price, or graduated ones.
     *
     * @param single in major units; null where there are bands
     * @param bands in the order of the table; null where there is one price
     * @param minimum what a period costs at least; null for nothing
     */
    public record Price(
            @Nullable String single, @Nullable List<Step> bands, @Nullable String minimum) {}

    /**
     * A band of graduated prices.
     *
     * @param from where it starts
     * @param upTo where it ends; null when it never does
     * @param price per unit of the quantity
     */
    public record Step(String from, @Nullable String upTo, String price) {}

    /**
     * How a price is applied; what is null is as usual.
     *
     * @param cycle how much one bill covers
     * @param timing before or after the service
     * @param proration what a part of a period costs
     * @param rounding how figures become coins
     * @param tax value-added tax
     * @param discounts in the order they are taken off
     * @param formula what the price is multiplied by; null for fees that are not by a formula
     */
    public record TermsDraft(
            @Nullable String cycle,
            @Nullable String timing,
            @Nullable String proration,
            @Nullable Coins rounding,
            @Nullable Vat tax,
            List<Off> discounts,
            @Nullable String formula) {}

    /**
     * How figures become coins.
     *
     * @param mode what happens to less than a coin
     * @param decimals of the coin
     * @param scope lines or total
     */
    public record Coins(String mode, int decimals, String scope) {}

    /**
     * Value-added tax.
     *
     * @param kind where it stands
     * @param rate a ratio
     */
    public record Vat(String kind, String rate) {}

    /**
     * A discount: a part or free months, one of the two.
     *
     * @param reason who has it
     * @param part the part taken off, or null
     * @param monthsFree of a prepaid year, or null
     * @param source who grants it
     */
    public record Off(
            String reason, @Nullable String part, @Nullable Integer monthsFree, String source) {}
}
