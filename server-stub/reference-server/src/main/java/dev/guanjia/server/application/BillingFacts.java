package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BilledSpan;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.MeterFacts;
import dev.guanjia.billing.Particulars;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.server.application.UnitTenures.UnitTenure;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.TariffStore;
import dev.guanjia.server.store.UnitFactStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Loads what a calculation needs to know of many units, in a handful of queries. */
@Component
class BillingFacts {

    private final UnitStore units;
    private final MeterStore meters;
    private final UnitFactStore facts;
    private final UnitTenures tenures;
    private final TariffStore tariffs;
    private final CompanyFeeItems items;
    private final UnitParticulars particulars;

    BillingFacts(
            UnitStore units,
            MeterStore meters,
            UnitFactStore facts,
            UnitTenures tenures,
            TariffStore tariffs,
            CompanyFeeItems items,
            UnitParticulars particulars) {
        this.units = units;
        this.meters = meters;
        this.facts = facts;
        this.tenures = tenures;
        this.tariffs = tariffs;
        this.items = items;
        this.particulars = particulars;
    }

    /** How the charges of a run are calculated. */
    BillCalculation calculation(String tenant, BillRun run) {
        return calculation(tenant, run.community(), run.period(), run.dueOn());
    }

    /** How the charges of a month are calculated in a community. */
    BillCalculation calculation(
            String tenant, CommunityId community, ServicePeriod month, LocalDate dueOn) {
        return new BillCalculation(
                items.of(tenant), tariffs(tenant, community.value()), month, dueOn);
    }

    /** What is known of one unit for the run of a month. */
    UnitFacts unit(String tenant, UnitRow unit, ServicePeriod month) {
        return known(tenant, month, month, List.of(unit)).get(0);
    }

    /** The prices of a community. */
    TariffBook tariffs(String tenant, String communityId) {
        CommunityId community = new CommunityId(communityId);
        return TariffReading.book(community, tariffs.ofCommunity(tenant, communityId));
    }

    /** What is known of a unit now, for a charge of a run that is made again. */
    UnitFacts unit(String tenant, BillRun run, ChargeKey again) {
        UnitRow row = units.find(tenant, again.unit().value()).orElseThrow();
        return known(tenant, run.period(), again.period(), List.of(row)).get(0);
    }

    /** The units of the run's community that stand in a span. */
    List<UnitFacts> units(String tenant, BillRun run, UnitSpan span) {
        String community = run.community().value();
        List<UnitRow> rows = units.ofCommunity(tenant, community, span.after(), span.last());
        return known(tenant, run.period(), run.period(), rows);
    }

    /** For the run of a month, and for days that may be of another. */
    private List<UnitFacts> known(
            String tenant, ServicePeriod month, ServicePeriod days, List<UnitRow> rows) {
        List<String> ids = rows.stream().map(UnitRow::id).toList();
        Map<UnitId, List<MeterFacts>> read = meterFacts(tenant, ids, month);
        Map<UnitId, Particulars> beside = particulars.of(tenant, ids, month);
        Stream<LocalDate> starts =
                Stream.concat(
                        Stream.of(days.start()),
                        Stream.concat(shareStarts(beside), openStarts(read, month)));
        Map<UnitId, Set<ChargeKey>> charged = facts.charged(tenant, ids, reach(month, starts));
        Map<UnitId, UnitTenure> tenure =
                tenures.of(tenant, rows.stream().map(UnitRow::unit).toList());
        return rows.stream()
                .map(UnitRow::unit)
                .map(
                        unit ->
                                facts(
                                                unit,
                                                Objects.requireNonNull(tenure.get(unit.id())),
                                                read.getOrDefault(unit.id(), List.of()),
                                                charged.getOrDefault(unit.id(), Set.of()))
                                        .with(Objects.requireNonNull(beside.get(unit.id()))))
                .toList();
    }

    /** The days of the longest cycle, and those before that may be charged yet. */
    private static ServicePeriod reach(ServicePeriod month, Stream<LocalDate> starts) {
        ServicePeriod year = Cycle.YEAR.containing(month.start());
        LocalDate start =
                starts.reduce(year.start(), (one, other) -> one.isBefore(other) ? one : other);
        return new ServicePeriod(start, year.end());
    }

    /** Of pools that began before. */
    private static Stream<LocalDate> shareStarts(Map<UnitId, Particulars> beside) {
        return beside.values().stream()
                .flatMap(known -> known.shares().stream())
                .map(share -> share.period().start());
    }

    /** Of the longest cycles in which something that was measured is not billed. */
    private static Stream<LocalDate> openStarts(
            Map<UnitId, List<MeterFacts>> read, ServicePeriod month) {
        return read.values().stream()
                .flatMap(List::stream)
                .map(meter -> meter.openSince(month.start()))
                .map(day -> Cycle.YEAR.containing(day).start());
    }

    private static UnitFacts facts(
            Unit unit, UnitTenure tenure, List<MeterFacts> meters, Set<ChargeKey> charged) {
        return new UnitFacts(
                unit, tenure.history(), tenure.payers(), meters, charged, Particulars.NONE);
    }

    private Map<UnitId, List<MeterFacts>> meterFacts(
            String tenant, List<String> unitIds, ServicePeriod month) {
        Map<UnitId, List<MeterHistory>> histories = meters.histories(tenant, unitIds);
        List<String> meterIds =
                histories.values().stream()
                        .flatMap(List::stream)
                        .map(history -> history.meter().id().value())
                        .toList();
        LocalDate recent = Cycle.YEAR.containing(month.start()).start().minusYears(1);
        Map<MeterId, Map<FeeItemId, List<BilledSpan>>> billed =
                facts.billed(tenant, meterIds, recent);
        Map<UnitId, List<MeterFacts>> read = new HashMap<>();
        histories.forEach(
                (unit, all) ->
                        read.put(
                                unit,
                                all.stream()
                                        .map(
                                                history ->
                                                        new MeterFacts(
                                                                history,
                                                                billed.getOrDefault(
                                                                        history.meter().id(),
                                                                        Map.of())))
                                        .toList()));
        return read;
    }
}
