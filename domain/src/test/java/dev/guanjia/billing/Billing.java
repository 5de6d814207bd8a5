package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Small, valid things to bill. */
public final class Billing {

    public static final CommunityId COMMUNITY = new CommunityId("cm_1");
    public static final FeeItemId SERVICE = new FeeItemId("PROPERTY_SERVICE");
    public static final FeeItemId WATER = new FeeItemId("SECONDARY_WATER");
    public static final Payer OWNER = Payer.owner(new OwnerId("ow_1"));
    public static final ServicePeriod MARCH = month(3);
    static final LocalDate INSTALLED = LocalDate.of(2026, 1, 1);
    public static final Function<ChargeKey, ChargeId> IDS =
            key ->
                    new ChargeId(
                            "ch_"
                                    + key.unit()
                                    + "_"
                                    + key.feeItem().value().charAt(0)
                                    + "_"
                                    + key.period().start());

    /** A fee of every kind that a run charges. */
    public static final FeeItemCatalogue ITEMS =
            FeeItemCatalogue.parse(
                    "items.csv",
                    """
                    id,zh,en,basis,meters,income,management_fee,order,from,source
                    BY_AREA,按面积,By area,AREA,,OWN,yes,10,2020-01,a test
                    BY_UNIT,按户,By unit,UNIT,,OWN,no,20,2020-01,a test
                    BY_CYCLE,按期,By cycle,FIXED,,OWN,no,30,2020-01,a test
                    METERED,计量,Metered,METER,WATER,OWN,no,40,2020-01,a test
                    """);

    private Billing() {}

    /** The parts of a period between some of its days, in order. */
    public static List<ServicePeriod> cut(ServicePeriod whole, List<Integer> days) {
        TreeSet<LocalDate> ends = new TreeSet<>(List.of(whole.start(), whole.end()));
        days.stream()
                .map(day -> whole.start().plusDays(day))
                .filter(whole.range()::contains)
                .forEach(ends::add);
        List<ServicePeriod> parts = new ArrayList<>();
        for (LocalDate start : ends.headSet(whole.end())) {
            parts.add(new ServicePeriod(start, ends.higher(start)));
        }
        return parts;
    }

    public static ServicePeriod month(int month) {
        return ServicePeriod.of(YearMonth.of(2026, 1).plusMonths(month - 1));
    }

    public static ChargeKey key(String unit, FeeItemId item, ServicePeriod period) {
        return new ChargeKey(new UnitId(unit), item, period);
    }

    public static Charge charge(String unit, long fen) {
        Quantity area = new Quantity.Floor(Rational.of(fen, 100));
        ChargeTrace trace = ChargeTrace.of(segment(area, Rational.ONE), Money.CNY);
        return new Charge(
                new ChargeId("ch_" + unit),
                key(unit, SERVICE, MARCH),
                OWNER,
                Money.fen(fen),
                LocalDate.of(2026, 4, 10),
                trace);
    }

    /** March at one price. */
    static ChargeSegment segment(Quantity quantity, Rational price) {
        return new ChargeSegment(
                new TariffId("tf_1"),
                MARCH,
                quantity,
                null,
                new Rate(price),
                Rational.ONE,
                List.of());
    }

    public static Unit unit(String id, UnitUse use, String area) {
        return new Unit(
                new UnitId(id),
                new BuildingId("bd_1"),
                "1-101",
                use,
                Rational.parse(area),
                new OwnerId("ow_1"));
    }

    public static Meter meter(String id, String unit, String initial) {
        return new Meter(
                new MeterId(id),
                new UnitId(unit),
                MeterKind.WATER,
                "W-" + id,
                INSTALLED,
                Rational.parse(initial));
    }

    static Reading reading(String id, String meter, LocalDate day, Rational value) {
        return new Reading(new ReadingId(id), new MeterId(meter), day, value, ReadingSource.READ);
    }

    public static MeterHistory history(Meter meter, String day, String value) {
        Reading reading =
                reading("rd_1", meter.id().value(), LocalDate.parse(day), Rational.parse(value));
        return new MeterHistory(meter, List.of(reading));
    }

    public static Tariff tariff(String id, FeeItemId item, String price, String from) {
        return new Tariff(
                new TariffId(id),
                new TariffScope(COMMUNITY, item, UnitUse.RESIDENTIAL),
                new Rate(Rational.parse(price)),
                Terms.STANDARD,
                Money.CNY,
                LocalDate.parse(from),
                null);
    }

    public static TariffBook book(Tariff... tariffs) {
        return new TariffBook(COMMUNITY, Money.CNY, List.of(tariffs));
    }

    static BillCalculation calculation(TariffBook book, ServicePeriod period) {
        return new BillCalculation(
                FeeItemCatalogue.standard(), book, period, period.end().plusDays(9));
    }

    /** The days of an outcome, and who was charged how much, or why nobody was. */
    static String text(BillOutcome outcome) {
        return outcome.key().period()
                + " "
                + outcome.fold(
                        c -> c.charge().payer() + " " + c.charge().amount(),
                        same -> "UNCHANGED",
                        skipped -> skipped.reason().name());
    }
}
