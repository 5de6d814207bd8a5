package dev.guanjia.billing;

import dev.guanjia.billing.Particulars.PoolShare;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The shares of one unit under one fee item, on their way to traces. A pool is billed by the run of
 * the month in which its last day lies, for its own days, and cut by days among those who pay.
 *
 * @param facts the unit
 * @param item the fee
 * @param currency what is billed
 */
record ShareLine(UnitFacts facts, FeeItem item, Currency currency) {

    List<Entry> entries(ServicePeriod run) {
        List<Entry> entries = new ArrayList<>();
        for (PoolShare share : facts.particulars().sharesOf(item.id())) {
            LocalDate last = share.period().end().minusDays(1);
            if (run.range().contains(last)) {
                entries.addAll(entries(share, share.period()));
            }
        }
        return entries.isEmpty() ? List.of(Entry.skipped(key(run), SkipReason.NO_SHARE)) : entries;
    }

    /** The pool may have been cut anew meanwhile. */
    List<Entry> again(Charge reversed) {
        ServicePeriod days = reversed.key().period();
        return facts.particulars().sharesOf(item.id()).stream()
                .filter(share -> share.period().overlaps(days))
                .findFirst()
                .map(share -> entries(share, days))
                .orElse(List.of(Entry.skipped(reversed.key(), SkipReason.NO_SHARE)));
    }

    private List<Entry> entries(PoolShare share, ServicePeriod days) {
        List<ServicePeriod> charged = facts.charged(item.id(), days);
        List<Piece> left =
                facts.pieces(item.id(), days).stream()
                        .flatMap(p -> p.days().without(charged).stream().map(p::with))
                        .toList();
        if (!left.isEmpty()) {
            return priced(share, left);
        }
        return charged.isEmpty()
                ? List.of(Entry.skipped(key(days), SkipReason.NO_HISTORY))
                : charged.stream().map(part -> Entry.unchanged(key(part))).toList();
    }

    private List<Entry> priced(PoolShare share, List<Piece> pieces) {
        return pieces.stream()
                .map(
                        piece ->
                                Entry.priced(
                                        key(piece.days()),
                                        piece.payer(),
                                        trace(share, piece.days()),
                                        false))
                .toList();
    }

    private ChargeKey key(ServicePeriod days) {
        return new ChargeKey(facts.unit().id(), item.id(), days);
    }

    /** The pool's first known day starts what is cut, so that the share is charged in full. */
    private ChargeTrace trace(PoolShare share, ServicePeriod part) {
        ServicePeriod all = facts.known(share.period()).orElseThrow();
        long total = all.range().days();
        Rational before = Rational.of(part.start().toEpochDay() - all.start().toEpochDay(), total);
        ChargeSegment segment =
                new ChargeSegment(
                        new TariffId(share.share().pool()),
                        part,
                        share.share(),
                        null,
                        new Rate(Rational.ONE),
                        Rational.of(part.range().days(), total),
                        List.of());
        return new ChargeTrace(
                List.of(segment),
                share.share().value().times(before),
                RoundingPolicy.standard(currency),
                Tax.NONE,
                currency);
    }
}
