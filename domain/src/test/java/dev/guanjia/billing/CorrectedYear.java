package dev.guanjia.billing;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A home that is billed, sold, surveyed and corrected in any order, as the shell would keep it. */
final class CorrectedYear {

    private static final Unit HOME = Billing.unit("un_1", UnitUse.RESIDENTIAL, "98.75");
    private static final Meter METER = Billing.meter("mt_1", "un_1", "0");
    static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    static final Actor CLERK = new Actor(new StaffId("st_1"), new PostKey("CS_SUPERVISOR"), "1");

    private final Map<ChargeId, BoundCharge> charges = new LinkedHashMap<>();
    private UnitHistory history =
            UnitHistory.since(HOME, Vacancy.OCCUPIED, LocalDate.of(2026, 1, 10));
    private MeterHistory meter = new MeterHistory(METER, List.of());
    private int number;

    /** Does something that the numbers stand for. */
    void step(int what, int which, int day) {
        LocalDate on = LocalDate.of(2026, 1, 10).plusDays(day);
        switch (what) {
            case 0 -> run(Billing.month(1 + which % 12));
            case 1 -> reverse(which);
            case 2 -> reissue(which);
            case 3 ->
                    history =
                            history.withOwner(new OwnerId("ow_" + which), on)
                                    .fold(h -> h, r -> history);
            case 4 ->
                    history =
                            history.withArea(Rational.of(50 + which, 1), on)
                                    .fold(h -> h, r -> history);
            default -> read(on);
        }
    }

    private void read(LocalDate on) {
        boolean known = meter.readings().stream().anyMatch(r -> r.readOn().equals(on));
        if (!known) {
            Rational value = Rational.of(on.toEpochDay() - Billing.INSTALLED.toEpochDay(), 4);
            meter = meter.with(Billing.reading("rd_" + on, "mt_1", on, value));
        }
    }

    void run(ServicePeriod month) {
        keep(calculation(month).outcomes(facts(), this::name));
    }

    private void reverse(int which) {
        pick(which)
                .reverse("a test", TODAY, CLERK)
                .fold(
                        reversal -> {
                            BoundCharge before = charges.get(reversal.charge());
                            charges.put(
                                    reversal.charge(),
                                    new BoundCharge(before.charge(), reversal, List.of()));
                            return true;
                        },
                        reasons -> false);
    }

    private void reissue(int which) {
        BoundCharge old = pick(which);
        ServicePeriod month = ServicePeriod.of(old.charge().key().period().month());
        calculation(month)
                .replace(facts(), old, this::name)
                .fold(
                        outcomes -> {
                            keep(outcomes);
                            return true;
                        },
                        reasons -> false);
    }

    private BoundCharge pick(int which) {
        List<BoundCharge> all = new ArrayList<>(charges.values());
        if (all.isEmpty()) {
            run(Billing.month(2));
            return new ArrayList<>(charges.values()).get(0);
        }
        return all.get(which % all.size());
    }

    private void keep(List<BillOutcome> outcomes) {
        for (BillOutcome outcome : outcomes) {
            outcome.fold(c -> keep(c.charge()), same -> false, skipped -> false);
        }
    }

    private boolean keep(Charge charge) {
        charges.put(charge.id(), new BoundCharge(charge));
        if (charge.replaces() != null) {
            BoundCharge old = charges.get(charge.replaces());
            List<ChargeId> successors = new ArrayList<>(old.successors());
            successors.add(charge.id());
            charges.put(
                    old.charge().id(), new BoundCharge(old.charge(), old.reversal(), successors));
        }
        return true;
    }

    List<Charge> standing() {
        return charges.values().stream()
                .filter(bound -> bound.reversal() == null)
                .map(BoundCharge::charge)
                .toList();
    }

    List<BoundCharge> all() {
        return List.copyOf(charges.values());
    }

    static List<MeterSpan> spans(Charge charge) {
        return charge.trace().segments().get(0).quantity().spans();
    }

    private UnitFacts facts() {
        Set<ChargeKey> existing = new HashSet<>();
        standing().forEach(charge -> existing.add(charge.key()));
        MeterFacts read = new MeterFacts(meter, MeteredYear.Books.billed(standing(), METER.id()));
        return new UnitFacts(HOME, history, List.of(read), existing);
    }

    private ChargeId name(ChargeKey key) {
        return new ChargeId("ch_" + ++number);
    }

    private static BillCalculation calculation(ServicePeriod month) {
        return Billing.calculation(
                Billing.book(
                        tariff("tf_1", SERVICE, "2.35", "2026-01-01"),
                        tariff("tf_2", WATER, "3.205", "2026-01-01")),
                month);
    }

    static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }
}
