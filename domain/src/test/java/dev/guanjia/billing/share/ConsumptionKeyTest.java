package dev.guanjia.billing.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumptionKeyTest {

    private static final ServicePeriod MAY = ServicePeriod.parse("2026-05");

    @Test
    void whatWasUsedIsFromTheLastReadingBeforeToTheLastOneWithin() {
        MeterHistory meter = meter("m1", "2026-04-25 20", "2026-05-10 26", "2026-05-30 31");
        assertThat(ConsumptionKey.of(List.of(meter), MAY)).contains(Rational.parse("11"));
        MeterHistory later = meter("m1", "2026-04-25 20", "2026-05-30 31", "2026-06-01 99");
        assertThat(ConsumptionKey.of(List.of(later), MAY)).contains(Rational.parse("11"));
    }

    @Test
    void aMeterWithoutAnEarlierReadingCountsFromItsInstallation() {
        assertThat(ConsumptionKey.of(List.of(meter("m1", "2026-05-30 31")), MAY))
                .contains(Rational.parse("19"));
    }

    @Test
    void aReadingThatIsOlderThanThePeriodBeforeIsNoKey() {
        assertThat(ConsumptionKey.of(List.of(meter("m1", "2026-03-31 20", "2026-05-30 31")), MAY))
                .as("the use of two months")
                .isEmpty();
        assertThat(ConsumptionKey.of(List.of(meter("m1", "2026-04-01 20", "2026-05-30 31")), MAY))
                .contains(Rational.parse("11"));
    }

    @Test
    void metersAddUpAndOneThatWasNotReadLeavesTheSumUnknown() {
        MeterHistory one = meter("m1", "2026-04-30 12", "2026-05-30 13");
        MeterHistory other = meter("m2", "2026-04-30 12", "2026-05-31 14.5");
        assertThat(ConsumptionKey.of(List.of(one, other), MAY)).contains(Rational.parse("3.5"));
        MeterHistory unread = meter("m2", "2026-04-30 14.5");
        assertThat(ConsumptionKey.of(List.of(one, unread), MAY)).isEmpty();
        assertThat(ConsumptionKey.of(List.of(), MAY)).isEmpty();
    }

    private static MeterHistory meter(String id, String... shown) {
        Meter meter =
                new Meter(
                        new MeterId(id),
                        new UnitId("u1"),
                        MeterKind.WATER,
                        "serial " + id,
                        LocalDate.parse("2026-01-01"),
                        Rational.parse("12"));
        List<Reading> readings = new ArrayList<>();
        for (String row : shown) {
            String[] parts = row.split(" ");
            readings.add(
                    new Reading(
                            new ReadingId("r_" + id + readings.size()),
                            meter.id(),
                            LocalDate.parse(parts[0]),
                            Rational.parse(parts[1]),
                            ReadingSource.READ));
        }
        return new MeterHistory(meter, readings);
    }
}
