package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Stretch;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a bill calculation needs to know of one unit.
 *
 * @param unit the unit
 * @param history its area, use, owner and vacancy by day; days before it starts are not billed
 * @param payers who pays which of its fees, by day; of the owners in the history
 * @param meters its meters, with readings and how far they were billed
 * @param existing the keys of the binding and calculated charges that stand, at least those that
 *     share a day with the period or with use that is {@linkplain MeterFacts#openSince open}: a
 *     charge that was reversed blocks nothing, only what was charged since for its days; only
 *     looked up
 * @param particulars what else its bill rests on
 */
public record UnitFacts(
        Unit unit,
        UnitHistory history,
        PayerBook payers,
        List<MeterFacts> meters,
        Set<ChargeKey> existing,
        Particulars particulars) {

    /** Everything is the unit's own, and its owners are told once. */
    public UnitFacts {
        meters = List.copyOf(meters);
        existing = Collections.unmodifiableSet(new HashSet<>(existing));
        if (!history.unit().equals(unit.id()) || !payers.unit().equals(unit.id())) {
            throw new IllegalArgumentException("history or payers are not of unit " + unit.id());
        }
        if (!payers.owners().equals(history.owner())) {
            throw new IllegalArgumentException("two tales of who owned unit " + unit.id());
        }
        for (MeterFacts meter : meters) {
            if (!unit.id().equals(meter.history().meter().unit())) {
                throw new IllegalArgumentException(
                        "meter is not of unit " + unit.id() + ": " + meter.history().meter());
            }
        }
        for (ChargeKey key : existing) {
            if (!key.unit().equals(unit.id())) {
                throw new IllegalArgumentException("charge is not of " + unit.id() + ": " + key);
            }
        }
    }

    /**
     * A unit that has been as it is since ever, occupied, and whose owner pays.
     *
     * @param unit the unit
     * @param meters its meters
     * @param existing as above
     */
    public UnitFacts(Unit unit, List<MeterFacts> meters, Set<ChargeKey> existing) {
        this(unit, UnitHistory.since(unit, Vacancy.OCCUPIED, LocalDate.MIN), meters, existing);
    }

    /**
     * A unit whose owner of the day pays.
     *
     * @param unit the unit
     * @param history what was true of it by day
     * @param meters its meters
     * @param existing as above
     */
    public UnitFacts(
            Unit unit, UnitHistory history, List<MeterFacts> meters, Set<ChargeKey> existing) {
        this(
                unit,
                history,
                new PayerBook(unit.id(), history.owner(), List.of()),
                meters,
                existing,
                Particulars.NONE);
    }

    /**
     * The same unit with another book of payers.
     *
     * @param book who pays
     * @return the facts with it
     */
    public UnitFacts with(PayerBook book) {
        return new UnitFacts(unit, history, book, meters, existing, particulars);
    }

    /**
     * The same unit with other particulars.
     *
     * @param others what its bill rests on
     * @return the facts with them
     */
    public UnitFacts with(Particulars others) {
        return new UnitFacts(unit, history, payers, meters, existing, others);
    }

    /**
     * What the unit is used for when a period begins.
     *
     * @param period the period
     * @return the use on its first day, or on the first day that anything is known of
     */
    public UnitUse use(ServicePeriod period) {
        LocalDate start = history.use().start();
        LocalDate day = start.isAfter(period.start()) ? start : period.start();
        return history.use().on(day).orElseThrow();
    }

    /** The days of a period, from the first of which anything is known. */
    Optional<ServicePeriod> known(ServicePeriod whole) {
        LocalDate start = history.use().start();
        if (!start.isAfter(whole.start())) {
            return Optional.of(whole);
        }
        return start.isBefore(whole.end())
                ? Optional.of(new ServicePeriod(start, whole.end()))
                : Optional.empty();
    }

    /** Who pays for which of the known days of a period, in day order. */
    List<Piece> pieces(FeeItemId item, ServicePeriod whole) {
        List<Piece> pieces = new ArrayList<>();
        known(whole).ifPresent(days -> cut(item, days, pieces));
        return pieces;
    }

    private void cut(FeeItemId item, ServicePeriod days, List<Piece> pieces) {
        payers.payers(item, days.range())
                .fold(
                        found -> found.stream().map(Piece::of).toList(),
                        reasons -> {
                            throw new IllegalStateException(reasons.toString());
                        })
                .forEach(pieces::add);
    }

    /** What the price of a fee depends on, cut where it changes; unknown days are left out. */
    List<Stretch<Condition>> conditions(FeeItemId item, DateRange days) {
        List<LocalDate> starts = new ArrayList<>(history.area().starts());
        starts.addAll(history.use().starts());
        starts.addAll(history.vacancy().starts());
        starts.addAll(particulars.prepaidEdges(item));
        return Stretch.cut(days, starts, day -> condition(item, day));
    }

    private Optional<Condition> condition(FeeItemId item, LocalDate day) {
        boolean prepaid = particulars.isPrepaid(item, day);
        return history.asOf(day).map(standing -> Condition.of(standing, prepaid));
    }

    List<MeterFacts> metersOf(FeeItem item) {
        return meters.stream().filter(meter -> item.bills(meter.kind())).toList();
    }

    /** After a charge of some days has billed some spans. */
    UnitFacts billed(FeeItemId item, ServicePeriod days, List<MeterSpan> spans) {
        List<MeterFacts> after =
                meters.stream().map(meter -> meter.billed(item, days, spans)).toList();
        return new UnitFacts(unit, history, payers, after, existing, particulars);
    }

    /** The periods that are charged for a fee item and share a day with another. */
    List<ServicePeriod> charged(FeeItemId item, ServicePeriod whole) {
        if (existing.isEmpty()) {
            return List.of();
        }
        return existing.stream()
                .filter(key -> key.order() == null && key.feeItem().equals(item))
                .map(ChargeKey::period)
                .filter(whole::overlaps)
                .sorted()
                .toList();
    }
}
