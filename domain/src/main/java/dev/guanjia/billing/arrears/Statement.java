package dev.guanjia.billing.arrears;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of a payer or a unit over some days (对账单): closing = opening + all that happened.
 * Source: requirements 05 S20.
 *
 * @param payer whose account; null where it is a unit's, whoever pays
 * @param days the days shown; the last is the one the closing balance is of
 * @param opening what was owed before the first day; negative if paid in advance
 * @param lines what happened, in order, each with the balance after it
 */
public record Statement(@Nullable Payer payer, DateRange days, Money opening, List<Line> lines) {

    /** Each balance is the one before and what happened. */
    public Statement {
        lines = List.copyOf(lines);
        Money balance = opening;
        for (Line line : lines) {
            balance = balance.plus(line.entry().effect());
            if (!balance.equals(line.balance()) || !days.contains(line.entry().on())) {
                throw new IllegalArgumentException(line + " does not follow, " + balance);
            }
        }
    }

    /**
     * A line of the statement.
     *
     * @param entry what happened
     * @param balance what is owed after it
     */
    public record Line(StatementEntry entry, Money balance) {}

    /**
     * Draws up the account.
     *
     * @param payer whose; null for a unit's
     * @param days the days to show
     * @param zero nothing, in the currency of the account
     * @param entries all that ever happened to it, in any order; what is later is left out
     * @return the statement, the same whatever the order of the entries
     */
    public static Statement of(
            @Nullable Payer payer, DateRange days, Money zero, List<StatementEntry> entries) {
        Money opening =
                entries.stream()
                        .filter(entry -> entry.on().isBefore(days.start()))
                        .map(StatementEntry::effect)
                        .reduce(zero, Money::plus);
        Money balance = opening;
        List<Line> lines = new ArrayList<>();
        for (StatementEntry entry : within(days, entries)) {
            balance = balance.plus(entry.effect());
            lines.add(new Line(entry, balance));
        }
        return new Statement(payer, days, opening, lines);
    }

    /**
     * What is owed at the end of the last day.
     *
     * @return the opening balance and all that happened; negative if paid in advance
     */
    public Money closing() {
        return lines.isEmpty() ? opening : lines.get(lines.size() - 1).balance();
    }

    private static List<StatementEntry> within(DateRange days, List<StatementEntry> entries) {
        return entries.stream()
                .filter(entry -> days.contains(entry.on()))
                .sorted(StatementEntry.ORDER)
                .toList();
    }
}
