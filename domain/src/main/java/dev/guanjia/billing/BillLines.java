package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffDays;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run says of one fee of one unit: the days of the billing period that have a price, charged
 * together as far as they are rounded and taxed alike, and those that have none.
 *
 * @param tariffs the community's prices
 * @param facts the unit
 * @param item the fee, not a shared one
 */
record BillLines(TariffBook tariffs, UnitFacts facts, FeeItem item) {

    /** Of the run of a month: nothing in the months between two bills. */
    List<Entry> entries(ServicePeriod run) {
        UnitUse use = facts.use(run);
        Optional<TariffDays> billed = tariffs.billedIn(item.id(), use, run.month());
        if (billed.isEmpty() && tariffs.versions(item.id(), use, run).isEmpty()) {
            return withoutPrice(run);
        }
        return billed.map(item.basis() == ChargeBasis.METER ? this::metered : this::entries)
                .orElse(List.of());
    }

    /** With what is open of earlier periods and has to be charged by itself. */
    private List<Entry> metered(TariffDays period) {
        List<Entry> entries = new ArrayList<>();
        Map<ServicePeriod, List<Entry>> told = new HashMap<>();
        BillLines now = this;
        for (Optional<TariffDays> due = now.due(period, told.keySet());
                due.isPresent();
                due = now.due(period, told.keySet())) {
            List<Entry> said = now.told(due.get());
            entries.addAll(said);
            told.put(due.get().days(), said);
            now = now.after(said);
        }
        entries.addAll(
                now.isBlocked(period, told)
                        ? List.of(Entry.skipped(key(period.days()), SkipReason.EARLIER_USE_OPEN))
                        : now.entries(period));
        return entries;
    }

    private Optional<TariffDays> due(TariffDays now, Set<ServicePeriod> told) {
        return earlier().before(now).stream()
                .map(EarlierUse.Due::period)
                .filter(period -> !told.contains(period.days()))
                .findFirst();
    }

    /** What only rounds to nothing goes on to the next bill. */
    private boolean isBlocked(TariffDays now, Map<ServicePeriod, List<Entry>> told) {
        return earlier().before(now).stream()
                .filter(due -> !due.isBetween())
                .flatMap(due -> told.getOrDefault(due.period().days(), List.of()).stream())
                .anyMatch(entry -> !(entry instanceof Entry.Priced));
    }

    private List<Entry> told(TariffDays due) {
        List<Entry> told = entries(due).stream().filter(entry -> !entry.isUnchanged()).toList();
        return told.isEmpty()
                ? List.of(Entry.skipped(key(due.days()), SkipReason.EARLIER_USE_OPEN))
                : told;
    }

    private BillLines after(List<Entry> entries) {
        UnitFacts billed = facts;
        for (Entry entry : entries) {
            billed = billed.billed(item.id(), entry.key().period(), entry.spans());
        }
        return new BillLines(tariffs, billed, item);
    }

    private EarlierUse earlier() {
        return new EarlierUse(tariffs, new Metering(facts, item, null));
    }

    private List<Entry> entries(TariffDays period) {
        List<BillLine> lines = lines(period);
        List<ServicePeriod> priced = lines.stream().map(line -> line.span().days()).toList();
        List<Entry> entries = new ArrayList<>();
        lines.forEach(line -> entries.addAll(line.entries()));
        facts.known(period.days()).map(days -> days.without(priced)).orElse(List.of()).stream()
                .map(this::withoutPrice)
                .forEach(entries::addAll);
        return entries.size() < 2
                ? List.copyOf(entries)
                : entries.stream()
                        .distinct()
                        .sorted(Comparator.comparing(entry -> entry.key().period()))
                        .toList();
    }

    private List<Entry> withoutPrice(ServicePeriod days) {
        List<ServicePeriod> charged = facts.charged(item.id(), days);
        return charged.isEmpty()
                ? List.of(Entry.skipped(key(days), SkipReason.NO_TARIFF))
                : charged.stream().map(part -> Entry.unchanged(key(part))).toList();
    }

    private ChargeKey key(ServicePeriod days) {
        return new ChargeKey(facts.unit().id(), item.id(), days);
    }

    /** Of the days of a reversed charge, as parts of the billing period that they were part of. */
    List<Entry> again(Charge reversed, ServicePeriod run) {
        UnitUse use = facts.use(run);
        ServicePeriod days = reversed.key().period();
        List<Entry> entries =
                tariffs
                        .billedIn(item.id(), use, run.month())
                        .or(() -> earlier().periodOf(days.start()))
                        .filter(whole -> days.within(whole.days()).equals(Optional.of(days)))
                        .or(() -> first(facts.use(days), days))
                        .map(this::lines)
                        .orElse(List.of())
                        .stream()
                        .flatMap(line -> line.entriesAgain(reversed).stream())
                        .toList();
        return entries.isEmpty()
                ? List.of(Entry.skipped(reversed.key(), SkipReason.NO_TARIFF))
                : entries;
    }

    private Optional<TariffDays> first(UnitUse use, ServicePeriod days) {
        return tariffs.versions(item.id(), use, days).stream()
                .findFirst()
                .map(version -> new TariffDays(version.tariff(), days));
    }

    /** The quantity of a whole period that nothing cuts and nobody pays less for. */
    Optional<Rational> plain(ServicePeriod run) {
        return tariffs.billedIn(item.id(), facts.use(run), run.month())
                .filter(period -> earlier().before(period).isEmpty())
                .filter(period -> lines(period).size() == 1)
                .filter(period -> lines(period).get(0).span().days().equals(period.days()))
                .flatMap(period -> lines(period).get(0).plain());
    }

    /** What is measured, or not cut, is one line whatever becomes of the price. */
    private List<BillLine> lines(TariffDays period) {
        BillLine whole = new BillLine(tariffs, facts, item, period.tariff(), period.days());
        boolean isCut = period.tariff().terms().proration().splitsExactly();
        if (item.basis() == ChargeBasis.METER || !isCut || isUnknown(period)) {
            return List.of(whole);
        }
        return spans(period.days()).stream().map(whole::of).toList();
    }

    private boolean isUnknown(TariffDays period) {
        return facts.known(period.days()).isEmpty();
    }

    private List<TariffDays> spans(ServicePeriod period) {
        List<TariffDays> spans = new ArrayList<>();
        for (Stretch<Condition> stretch : facts.conditions(item.id(), period.range())) {
            ServicePeriod days = ServicePeriod.of(stretch.days());
            tariffs.versions(item.id(), stretch.value().use(), days)
                    .forEach(version -> append(version, spans));
        }
        return spans;
    }

    private static void append(TariffDays next, List<TariffDays> spans) {
        int last = spans.size() - 1;
        if (last < 0 || !spans.get(last).goesOn(next)) {
            spans.add(next);
            return;
        }
        TariffDays before = spans.get(last);
        ServicePeriod both = new ServicePeriod(before.days().start(), next.days().end());
        spans.set(last, new TariffDays(before.tariff(), both));
    }
}
