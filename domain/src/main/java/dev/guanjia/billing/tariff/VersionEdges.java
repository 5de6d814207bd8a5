package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every day is billed once around the first and the last day of a version. */
record VersionEdges(Tariff tariff) {

    Refusal charged(LocalDate last) {
        return TariffRefusal.TARIFF_CHARGED_ALREADY.because(
                "item", item(), "from", tariff.from().toString(), "charged", last.toString());
    }

    /** What speaks against it among all the versions of its scope, itself included, by day. */
    List<Refusal> reasons(List<TariffDays> versions) {
        List<Refusal> reasons = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            TariffDays before = versions.get(i - 1);
            TariffDays next = versions.get(i);
            boolean isNew = before.tariff().equals(tariff) || next.tariff().equals(tariff);
            if (isNew && !before.isFollowedBy(next)) {
                Tariff other = next.tariff().equals(tariff) ? before.tariff() : next.tariff();
                reasons.add(broken(other));
            }
        }
        uncut(tariff.from()).ifPresent(reasons::add);
        end().ifPresent(reasons::add);
        return reasons;
    }

    /** What speaks against its last day. */
    Optional<Refusal> end() {
        return Optional.ofNullable(tariff.until()).flatMap(this::uncut);
    }

    private Refusal broken(Tariff other) {
        return TariffRefusal.TARIFF_BREAKS_PERIOD.because(
                "item",
                item(),
                "days",
                tariff.days(),
                "other",
                other.id().value(),
                "otherDays",
                other.days());
    }

    private Optional<Refusal> uncut(LocalDate day) {
        ServicePeriod period = tariff.terms().cycle().containing(day);
        boolean fits = tariff.terms().proration().splitsExactly() || period.start().equals(day);
        return fits
                ? Optional.empty()
                : Optional.of(
                        TariffRefusal.TARIFF_NOT_CUT.because(
                                "item",
                                item(),
                                "day",
                                day.toString(),
                                "period",
                                period.toString()));
    }

    private String item() {
        return tariff.scope().feeItem().value();
    }
}
