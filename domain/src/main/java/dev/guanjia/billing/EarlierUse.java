package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffDays;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is open of the periods before one. As a rule the next bill is for it, too. It has to be
 * charged for its own period where a later charge stands, or where another paid or the unit was
 * used in another way.
 *
 * @param tariffs the community's prices
 * @param metering what is open
 */
record EarlierUse(TariffBook tariffs, Metering metering) {

    /**
     * A period that is to be charged first.
     *
     * @param period its days and the version that says how
     * @param isBetween whether later charges stand for all that is open in it
     */
    record Due(TariffDays period, boolean isBetween) {

        private Due and(Due other) {
            return new Due(period, isBetween && other.isBetween);
        }
    }

    /** In day order; where readings are of days without a price there is no period to charge. */
    List<Due> before(TariffDays now) {
        Map<ServicePeriod, Due> due = new TreeMap<>(Comparator.naturalOrder());
        LocalDate start = now.days().start();
        metering.open()
                .map(Metering.Open::use)
                .forEach(
                        use ->
                                use.readings(start).stream()
                                        .map(reading -> reading.readOn())
                                        .flatMap(day -> due(use, day, now).stream())
                                        .forEach(d -> due.merge(d.period().days(), d, Due::and)));
        return List.copyOf(due.values());
    }

    private Optional<Due> due(OpenUse use, LocalDate day, TariffDays now) {
        boolean isBetween = use.isBetween(day);
        return isBetween || isAnothers(day, now)
                ? periodOf(day)
                        .filter(period -> period.days().start().isBefore(now.days().start()))
                        .map(period -> new Due(period, isBetween))
                : Optional.empty();
    }

    private boolean isAnothers(LocalDate day, TariffDays now) {
        UnitUse use = now.tariff().scope().use();
        Optional<Payer> then = payer(day(day));
        return then.isPresent() && (!then.equals(payer(now.days())) || use(day(day)) != use);
    }

    private Optional<Payer> payer(ServicePeriod days) {
        return metering.facts().pieces(item(), days).stream().findFirst().map(Piece::payer);
    }

    private UnitUse use(ServicePeriod days) {
        return metering.facts().use(days);
    }

    private FeeItemId item() {
        return metering.item().id();
    }

    private static ServicePeriod day(LocalDate day) {
        return new ServicePeriod(day, day.plusDays(1));
    }

    /** The billing period that a day is in, with the first version in force in it. */
    Optional<TariffDays> periodOf(LocalDate day) {
        UnitUse use = use(day(day));
        return tariffs.inForce(item(), use, day)
                .map(version -> version.terms().cycle().containing(day))
                .flatMap(whole -> first(use(whole), whole).or(() -> first(use, whole)));
    }

    private Optional<TariffDays> first(UnitUse use, ServicePeriod whole) {
        return tariffs.versions(item(), use, whole).stream()
                .map(TariffDays::tariff)
                .findFirst()
                .map(version -> new TariffDays(version, whole));
    }
}
