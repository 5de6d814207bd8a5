package dev.guanjia.billing.payer;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.Stretch;
import dev.guanjia.property.tenure.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who pays the fees of one unit. A term for the fee itself comes first, then a term for every fee,
 * then the owner of the day; where none of them is known, nobody is made up.
 *
 * <p>Source: requirements 05 S07.
 *
 * @param unit which unit
 * @param owners who owned it, and since when
 * @param terms what was agreed, as entered; no two for one fee and day
 */
public record PayerBook(UnitId unit, Timeline<OwnerId> owners, List<PayerTerm> terms) {

    /** The terms are of this unit, and none contradicts another. */
    public PayerBook {
        terms = List.copyOf(terms);
        requireUnit(unit, terms);
        List<Refusal> reasons = overlaps(terms, 0);
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException("two payers for one day: " + reasons);
        }
    }

    /**
     * Decides on all terms of a unit at once.
     *
     * @param unit which unit
     * @param owners who owned it, and since when
     * @param rows the terms as entered
     * @return the book; or refused with every pair of rows, counted from 1, that name two payers
     *     for one fee and day
     * @throws IllegalArgumentException if a row is of another unit
     */
    public static Decision<PayerBook> of(
            UnitId unit, Timeline<OwnerId> owners, List<PayerTerm> rows) {
        requireUnit(unit, rows);
        List<Refusal> reasons = overlaps(rows, 0);
        return reasons.isEmpty()
                ? Decision.accept(new PayerBook(unit, owners, rows))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on one more term.
     *
     * @param term of this unit
     * @return the book with it as its last row, this book where it was entered before; or refused
     *     because another row names a payer for some of its days, or it has no day
     * @throws IllegalArgumentException if it is of another unit
     */
    public Decision<PayerBook> add(PayerTerm term) {
        if (term.isWithdrawn()) {
            return refuse(term.because(PayerRefusal.PAYER_TERM_BACKWARDS, term.from()));
        }
        if (terms.contains(term)) {
            return Decision.accept(this);
        }
        List<PayerTerm> all = Stream.concat(terms.stream(), Stream.of(term)).toList();
        requireUnit(unit, all);
        List<Refusal> reasons = overlaps(all, terms.size());
        return reasons.isEmpty()
                ? Decision.accept(new PayerBook(unit, owners, all))
                : Decision.refuse(reasons);
    }

    /**
     * Decides on the end of a term, for example when a tenant leaves, also earlier than agreed.
     *
     * @param term a row of the book
     * @param until the first day that is no longer paid for; the first day of the term withdraws
     *     it, as nobody had agreed
     * @return the book in which that row ends; or refused because it ends no later anyway, or the
     *     day is before the term
     * @throws IllegalArgumentException if the book has no such row
     */
    public Decision<PayerBook> end(PayerTerm term, LocalDate until) {
        int row = terms.indexOf(term);
        if (row < 0) {
            throw new IllegalArgumentException("no such term: " + term);
        }
        if (term.until() != null && !until.isBefore(term.until())) {
            return refuse(term.because(PayerRefusal.PAYER_TERM_ENDED, until));
        }
        if (until.isBefore(term.from())) {
            return refuse(term.because(PayerRefusal.PAYER_TERM_BACKWARDS, until));
        }
        List<PayerTerm> all = new ArrayList<>(terms);
        all.set(row, term.endingAt(until));
        return Decision.accept(new PayerBook(unit, owners, all));
    }

    /**
     * Who pays a fee on a day.
     *
     * @param item the fee
     * @param day the day
     * @return the payer, or empty where neither a term nor an owner is known
     */
    public Optional<Payer> payer(FeeItemId item, LocalDate day) {
        return term(item, day)
                .or(() -> term(null, day))
                .map(PayerTerm::payer)
                .or(() -> owners.on(day).map(Payer::owner));
    }

    /**
     * Cuts a run of days into what each payer pays for.
     *
     * @param item the fee
     * @param days any days
     * @return payers in day order, without gap or overlap, neighbours differ; or refused naming the
     *     days for which nobody is known to pay
     */
    public Decision<List<Stretch<Payer>>> payers(FeeItemId item, DateRange days) {
        List<LocalDate> starts = starts();
        List<Refusal> unknown =
                Stretch.cut(days, starts, day -> unpaid(item, day)).stream()
                        .map(gap -> unknown(item, gap.days()))
                        .toList();
        return unknown.isEmpty()
                ? Decision.accept(Stretch.cut(days, starts, day -> payer(item, day)))
                : Decision.refuse(unknown);
    }

    private Optional<FeeItemId> unpaid(FeeItemId item, LocalDate day) {
        return payer(item, day).isPresent() ? Optional.empty() : Optional.of(item);
    }

    private Optional<PayerTerm> term(@Nullable FeeItemId item, LocalDate day) {
        return terms.stream().filter(term -> term.isFor(item) && term.isOn(day)).findFirst();
    }

    private List<LocalDate> starts() {
        return Stream.concat(
                        owners.starts().stream(),
                        terms.stream()
                                .flatMap(
                                        term ->
                                                Stream.concat(
                                                        Stream.of(term.from()),
                                                        Stream.ofNullable(term.until()))))
                .toList();
    }

    private static void requireUnit(UnitId unit, List<PayerTerm> terms) {
        for (PayerTerm term : terms) {
            if (!term.unit().equals(unit)) {
                throw new IllegalArgumentException("term is not of " + unit + ": " + term);
            }
        }
    }

    /** Each row from {@code first} on beside every one above it. */
    private static List<Refusal> overlaps(List<PayerTerm> rows, int first) {
        return IntStream.range(first, rows.size())
                .boxed()
                .flatMap(
                        row ->
                                IntStream.range(0, row)
                                        .filter(other -> rows.get(row).overlaps(rows.get(other)))
                                        .mapToObj(other -> overlap(rows, row, other)))
                .toList();
    }

    private static Refusal overlap(List<PayerTerm> rows, int row, int other) {
        PayerTerm term = rows.get(row);
        PayerTerm standing = rows.get(other);
        return PayerRefusal.PAYER_TERMS_OVERLAP.because(
                "unit",
                term.unit().value(),
                "item",
                term.itemText(),
                "row",
                Integer.toString(row + 1),
                "payer",
                term.payer().toString(),
                "days",
                term.days(),
                "otherRow",
                Integer.toString(other + 1),
                "other",
                standing.payer().toString(),
                "otherDays",
                standing.days());
    }

    private static <T> Decision<T> refuse(Refusal reason) {
        return Decision.refuse(List.of(reason));
    }

    private Refusal unknown(FeeItemId item, DateRange days) {
        return PayerRefusal.PAYER_UNKNOWN.because(
                "unit", unit.value(), "item", item.value(), "days", days.toString());
    }
}
