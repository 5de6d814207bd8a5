package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.authority.AuthorityKinds;
import dev.guanjia.server.problem.Faults;
import dev.guanjia.server.problem.FieldCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what a caller gave into the domain's types. What does not fit is noted and empty; {@link
 * #end} then says no.
 */
final class Given {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private final Faults faults = new Faults();

    /** Where special rules are noted. */
    Faults faults() {
        return faults;
    }

    /** Goes on if everything fitted. */
    void end() {
        faults.end();
    }

    /** Text that says something. */
    Optional<String> text(String pointer, String text) {
        if (text.isBlank()) {
            return wrong(pointer, FieldCode.WRONG_FORMAT, "expected", "more than blanks");
        }
        return Optional.of(text);
    }

    /** A constant that we know. */
    <E extends Enum<E>> Optional<E> known(String pointer, String text, Class<E> type) {
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst();
        return found.isPresent() ? found : unknown(pointer, text);
    }

    /** A kind of decision of the catalogue. */
    Optional<AuthorityKind> kind(String pointer, String text, AuthorityKinds kinds) {
        Optional<AuthorityKind> found =
                kinds.all().stream()
                        .map(kind -> kind.key())
                        .filter(key -> key.value().equals(text))
                        .findFirst();
        return found.isPresent() ? found : unknown(pointer, text);
    }

    /** A post of the catalogue. */
    Optional<PostKey> post(String pointer, String text, PostCatalogue posts) {
        return post(pointer, text, posts.all().stream().map(Post::key).toList());
    }

    /** One of these posts. */
    Optional<PostKey> post(String pointer, String text, Collection<PostKey> posts) {
        Optional<PostKey> found =
                posts.stream().filter(key -> key.value().equals(text)).findFirst();
        return found.isPresent() ? found : unknown(pointer, text);
    }

    /** One of these fee items. */
    Optional<FeeItemId> feeItem(String pointer, String text, Collection<FeeItem> items) {
        Optional<FeeItemId> found =
                items.stream().map(FeeItem::id).filter(id -> id.value().equals(text)).findFirst();
        return found.isPresent() ? found : unknown(pointer, text);
    }

    /** A day that rows of a company can bear. */
    Optional<LocalDate> day(String pointer, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            String expected = FIRST_DAY + " to " + LAST_DAY;
            return wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return Optional.of(day);
    }

    /** A day that has begun. */
    Optional<LocalDate> pastDay(String pointer, LocalDate day, BusinessTime time) {
        Optional<LocalDate> possible = day(pointer, day);
        if (possible.isPresent() && time.isFuture(day)) {
            faults.add(pointer, BusinessTime.Reason.IN_THE_FUTURE, time.facts(day));
            return Optional.empty();
        }
        return possible;
    }

    /** A number that a door of the domain lets in. */
    Optional<Rational> decimal(
            String pointer, String text, Predicate<Rational> door, String expected) {
        Optional<Rational> number = Optional.of(Rational.parse(text)).filter(door);
        return number.isPresent()
                ? number
                : wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", expected);
    }

    /** An amount of a currency that we know, zero or more. */
    Optional<Money> money(String pointer, String amount, String currency) {
        Optional<Money> money = signed(pointer, amount, currency);
        return money.filter(Money::isNegative).isPresent()
                ? wrong(pointer + "/amount", FieldCode.OUT_OF_RANGE, "expected", "0 or more")
                : money;
    }

    /** An amount that may be below zero, in a currency that we know and that has coins. */
    Optional<Money> signed(String pointer, String amount, String currency) {
        Optional<Currency> known = currency(pointer + "/currency", currency);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parse(amount, known.get()));
        } catch (NumberFormatException other) {
            String example = Money.zero(known.get()).amountText();
            return wrong(pointer + "/amount", FieldCode.WRONG_FORMAT, "expected", example);
        }
    }

    /** A currency that we know and that has coins. */
    Optional<Currency> currency(String pointer, String code) {
        Optional<Currency> known = currency(code);
        return known.isPresent() ? known : unknown(pointer, code);
    }

    <T> Optional<T> unknown(String pointer, String value) {
        return wrong(pointer, FieldCode.UNKNOWN_VALUE, "value", value);
    }

    <T> Optional<T> wrong(String pointer, FieldCode code, String fact, String value) {
        faults.add(pointer, code, Map.of(fact, value));
        return Optional.empty();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .filter(known -> known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
