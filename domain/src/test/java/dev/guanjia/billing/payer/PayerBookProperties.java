package dev.guanjia.billing.payer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.Dated;
import dev.guanjia.property.tenure.Stretch;
import dev.guanjia.property.tenure.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every day of a fee has one payer, whatever was agreed and in which order it was entered. */
class PayerBookProperties {

    private static final UnitId UNIT = new UnitId("un_1");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final List<FeeItemId> ITEMS = List.of(Billing.SERVICE, Billing.WATER);

    @Property(tries = 300)
    void thePiecesCoverTheDaysWithoutGapOrOverlap(
            @ForAll("books") PayerBook book,
            @ForAll @IntRange(max = 110) int from,
            @ForAll @IntRange(max = 60) int length) {
        DateRange days = new DateRange(START.plusDays(from), START.plusDays(from + length));
        for (FeeItemId item : ITEMS) {
            LocalDate next = days.start();
            for (Stretch<Payer> piece : pieces(book, item, days)) {
                assertThat(piece.days().start()).isEqualTo(next);
                piece.days()
                        .start()
                        .datesUntil(piece.days().end())
                        .forEach(day -> assertThat(piece.value()).isEqualTo(due(book, item, day)));
                next = piece.days().end();
            }
            assertThat(next).isEqualTo(days.end());
        }
    }

    @Property(tries = 300)
    void aPayerIsNamedOnceForDaysInARow(@ForAll("books") PayerBook book) {
        List<Stretch<Payer>> pieces =
                pieces(book, Billing.WATER, new DateRange(START, START.plusDays(150)));
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i).value()).isNotEqualTo(pieces.get(i - 1).value());
        }
    }

    @Property(tries = 300)
    void aBookHoldsOneTermAtMostForAFeeAndDay(
            @ForAll("books") PayerBook book, @ForAll @IntRange(max = 150) int offset) {
        LocalDate day = START.plusDays(offset);
        for (FeeItemId item : Stream.concat(ITEMS.stream(), Stream.of((FeeItemId) null)).toList()) {
            assertThat(book.terms().stream().filter(term -> stands(term, item, day)))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 300)
    void whatThePayersOweTogetherIsTheWholeMonth(
            @ForAll("books") PayerBook book,
            @ForAll @IntRange(min = 1, max = 4) int month,
            @ForAll Proration proration) {
        ServicePeriod whole = ServicePeriod.of(YearMonth.of(2026, month));
        Optional<Rational> sum =
                pieces(book, Billing.SERVICE, whole.range()).stream()
                        .map(piece -> proration.months(ServicePeriod.of(piece.days()), whole))
                        .reduce(Rational::plus);
        if (proration.splitsExactly()) {
            assertThat(sum).hasValue(Rational.ONE);
        } else {
            assertThat(sum.orElseThrow()).isGreaterThanOrEqualTo(Rational.ONE);
        }
    }

    @Provide
    Arbitrary<PayerBook> books() {
        return Combinators.combine(owners(), terms().list().ofMaxSize(8))
                .as(
                        (owners, terms) -> {
                            PayerBook book = new PayerBook(UNIT, owners, List.of());
                            for (PayerTerm term : terms) {
                                PayerBook standing = book;
                                book = book.add(term).fold(grown -> grown, why -> standing);
                            }
                            return book;
                        });
    }

    private static Arbitrary<Timeline<OwnerId>> owners() {
        return Arbitraries.integers()
                .between(1, 120)
                .set()
                .ofMaxSize(3)
                .map(
                        sales ->
                                new Timeline<>(
                                        Stream.concat(Stream.of(0), sales.stream())
                                                .map(PayerBookProperties::owned)
                                                .toList()));
    }

    private static Dated<OwnerId> owned(int offset) {
        return new Dated<>(new OwnerId("ow_" + offset % 3), START.plusDays(offset));
    }

    private static Arbitrary<PayerTerm> terms() {
        Arbitrary<FeeItemId> items = Arbitraries.of(ITEMS).injectNull(0.4);
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 120);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 60).injectNull(0.2);
        return Combinators.combine(items, starts, lengths, Arbitraries.integers().between(1, 3))
                .as(
                        (item, start, length, who) ->
                                new PayerTerm(
                                        UNIT,
                                        item,
                                        new Payer(Payer.Kind.OCCUPANT, "oc_" + who),
                                        START.plusDays(start),
                                        length == null ? null : START.plusDays(start + length)));
    }

    private static List<Stretch<Payer>> pieces(PayerBook book, FeeItemId item, DateRange days) {
        return book.payers(item, days)
                .fold(
                        pieces -> pieces,
                        why -> {
                            throw new AssertionError(why);
                        });
    }

    /** Said once more, plainly: the fee's own term, the term for all, the last owner so far. */
    private static Payer due(PayerBook book, FeeItemId item, LocalDate day) {
        for (FeeItemId asked : new FeeItemId[] {item, null}) {
            for (PayerTerm term : book.terms()) {
                if (stands(term, asked, day)) {
                    return term.payer();
                }
            }
        }
        Payer owner = null;
        for (Dated<OwnerId> owned : book.owners().values()) {
            owner = owned.from().isAfter(day) ? owner : Payer.owner(owned.value());
        }
        return Objects.requireNonNull(owner);
    }

    private static boolean stands(PayerTerm term, FeeItemId item, LocalDate day) {
        LocalDate until = term.until();
        return Objects.equals(term.item(), item)
                && !term.from().isAfter(day)
                && (until == null || until.isAfter(day));
    }
}
