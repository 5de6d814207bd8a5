package dev.guanjia.server.application;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.money.Money;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Amounts that the company's books can take: they are kept in one currency. */
final class BookMoney {

    /** The renminbi. */
    static final Currency CURRENCY = Money.CNY;

    /** More than any estate owes: beyond it, a slip of the pen; sums stay far from overflow. */
    private static final Money LARGEST = Money.parse("99999999999.99", CURRENCY);

    private BookMoney() {}

    /** Reads an amount, zero or more. */
    static Optional<Money> given(Given given, String pointer, String amount, String currency) {
        Optional<Money> money = given.money(pointer, amount, currency);
        if (money.filter(some -> some.minorUnits() > LARGEST.minorUnits()).isPresent()) {
            String expected = "at most " + LARGEST.amountText();
            return given.wrong(pointer + "/amount", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return money;
    }

    /** Lets an amount pass that is in the books' currency, or answers 409. */
    static void require(Money amount) {
        if (!amount.currency().equals(CURRENCY)) {
            throw Refused.because(
                    List.of(BillingRefusal.currencyMismatch(CURRENCY, amount.currency())));
        }
    }
}
