package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffDays;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Rational;
import dev.guanjia.property.tenure.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One priced fee of one unit for one billing period, on its way to traces.
 *
 * <p>What a part of the period comes to is what the period has cost at its end, rounded, less what
 * it had cost at its start, rounded: so parts add up to the whole in any order.
 *
 * @param tariffs the community's prices
 * @param facts the unit
 * @param item the fee
 * @param tariff the version that says which period is billed, and how
 * @param whole that period
 * @param span the days of it that are charged together, and the version that taxes and rounds them
 * @param again the reversed charge whose days are charged again; null for what is left of the
 *     period
 */
record BillLine(
        TariffBook tariffs,
        UnitFacts facts,
        FeeItem item,
        Tariff tariff,
        ServicePeriod whole,
        TariffDays span,
        @Nullable Charge again) {

    BillLine(
            TariffBook tariffs, UnitFacts facts, FeeItem item, Tariff tariff, ServicePeriod whole) {
        this(tariffs, facts, item, tariff, whole, new TariffDays(tariff, whole), null);
    }

    /** The same period, of which only some days are charged together. */
    BillLine of(TariffDays days) {
        return new BillLine(tariffs, facts, item, tariff, whole, days, again);
    }

    /** What is to be said of the period: one entry per stretch of days and payer. */
    List<Entry> entries() {
        return entries(span.days());
    }

    /** The same for days that were charged before, and whose charge was reversed. */
    List<Entry> entriesAgain(Charge reversed) {
        BillLine line = new BillLine(tariffs, facts, item, tariff, whole, span, reversed);
        return reversed.key().period().within(span.days()).map(line::entries).orElse(List.of());
    }

    private List<Entry> entries(ServicePeriod days) {
        List<ServicePeriod> charged = facts.charged(item.id(), days);
        List<Piece> left = left(days, charged);
        if (!left.isEmpty()) {
            return priced(left);
        }
        return charged.isEmpty()
                ? List.of(Entry.skipped(key(days), SkipReason.NO_HISTORY))
                : charged.stream().map(part -> Entry.unchanged(key(part))).toList();
    }

    private List<Entry> priced(List<Piece> pieces) {
        List<Entry> entries = new ArrayList<>();
        BillLine line = this;
        for (Piece piece : pieces) {
            Entry entry = line.entry(piece);
            entries.add(entry);
            line = line.after(entry);
        }
        return entries;
    }

    private ChargeKey key(ServicePeriod part) {
        return new ChargeKey(facts.unit().id(), item.id(), part);
    }

    /** By payer; but where days are not cut, whoever pays on the first day pays for all. */
    private List<Piece> pieces(ServicePeriod days) {
        List<Piece> pieces = facts.pieces(item.id(), days);
        if (tariff.terms().proration().splitsExactly() || pieces.isEmpty()) {
            return pieces;
        }
        Piece first = pieces.get(0);
        return List.of(first.with(new ServicePeriod(first.days().start(), days.end())));
    }

    /** What is measured or not cut is billed once; days are billed until none is left. */
    private List<Piece> left(ServicePeriod days, List<ServicePeriod> charged) {
        List<Piece> pieces = pieces(days);
        boolean isCut = tariff.terms().proration().splitsExactly();
        if (item.basis() == ChargeBasis.METER || !isCut) {
            return pieces.stream()
                    .filter(piece -> charged.stream().noneMatch(piece.days()::overlaps))
                    .toList();
        }
        return pieces.stream()
                .flatMap(piece -> piece.days().without(charged).stream().map(piece::with))
                .toList();
    }

    private Entry entry(Piece piece) {
        if (item.basis() == ChargeBasis.METER) {
            if (isLackingReading(piece.days())) {
                return Entry.skipped(key(piece.days()), SkipReason.NO_HANDOVER_READING);
            }
            return metering()
                    .measured(piece.days())
                    .map(measured -> metered(piece, measured))
                    .orElseGet(() -> Entry.skipped(key(piece.days()), unmeasured(piece)));
        }
        return trace(piece.days())
                .map(trace -> draft(piece, trace))
                .orElseGet(() -> Entry.skipped(key(piece.days()), unpriced()));
    }

    private Entry draft(Piece piece, ChargeTrace trace) {
        return Entry.priced(key(piece.days()), piece.payer(), trace, piece.days().equals(whole));
    }

    private Entry metered(Piece piece, Quantity.Metered measured) {
        ChargeSegment segment =
                new ChargeSegment(
                        tariff.id(),
                        piece.days(),
                        measured,
                        metering().earlier(whole, piece.days().start()),
                        pricing(piece.days()),
                        Rational.ONE,
                        List.of());
        return draft(piece, trace(List.of(segment), Rational.ZERO));
    }

    /** Who has the last days of a period pays what lacks to its minimum. */
    private Pricing pricing(ServicePeriod days) {
        return days.end().equals(whole.end())
                ? tariff.pricing()
                : tariff.pricing().withoutMinimum();
    }

    private boolean isLackingReading(ServicePeriod days) {
        return new Handovers(metering(), tariff.terms().cycle()).lackReading(days);
    }

    private Metering metering() {
        return new Metering(facts, item, again);
    }

    /** What was measured for one payer is not measured for the next. */
    private BillLine after(Entry entry) {
        UnitFacts billed = facts.billed(item.id(), entry.key().period(), entry.spans());
        return entry.spans().isEmpty()
                ? this
                : new BillLine(tariffs, billed, item, tariff, whole, span, again);
    }

    private SkipReason unmeasured(Piece piece) {
        List<MeterFacts> meters = facts.metersOf(item);
        if (meters.isEmpty()) {
            return SkipReason.NO_METER;
        }
        return meters.stream().anyMatch(m -> m.isBilledBeyond(item.id(), piece.days().end()))
                ? SkipReason.READING_BELOW_PREVIOUS
                : SkipReason.NO_READING;
    }

    private PricedDays prices() {
        return new PricedDays(tariffs, facts, item, new TariffDays(tariff, whole), span.days());
    }

    private SkipReason unpriced() {
        boolean lacksFormula =
                item.basis() == ChargeBasis.FORMULA
                        && prices().quantity(tariff, Rational.ONE).isEmpty();
        return lacksFormula ? SkipReason.NO_FORMULA : SkipReason.NO_TARIFF;
    }

    /** Of some days of the period; empty when a month of them has no price. */
    Optional<ChargeTrace> trace(ServicePeriod part) {
        Proration proration = tariff.terms().proration();
        PricedDays prices = prices();
        List<Optional<ChargeSegment>> segments =
                prices.segments(part, proration.billed(part, whole));
        if (segments.isEmpty() || segments.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                trace(segments.stream().flatMap(Optional::stream).toList(), prices.cost(part)));
    }

    private ChargeTrace trace(List<ChargeSegment> segments, Rational before) {
        Terms terms = span.tariff().terms();
        return new ChargeTrace(segments, before, terms.rounding(), terms.tax(), tariff.currency());
    }

    /** The quantity of a whole period that nothing cuts and nobody pays less for. */
    Optional<Rational> plain() {
        List<Piece> left = left(span.days(), facts.charged(item.id(), span.days()));
        if (left.size() != 1 || !left.get(0).days().equals(whole)) {
            return Optional.empty();
        }
        if (item.basis() == ChargeBasis.METER) {
            return isLackingReading(whole)
                    ? Optional.empty()
                    : metering().measured(whole).map(Quantity.Metered::value);
        }
        List<Stretch<Condition>> found = facts.conditions(item.id(), whole.range());
        boolean even = found.size() == 1 && found.get(0).value().reasons().isEmpty();
        return even && item.basis() != ChargeBasis.FORMULA
                ? prices().quantity(tariff, found.get(0).value().area()).map(Quantity::value)
                : Optional.empty();
    }
}
