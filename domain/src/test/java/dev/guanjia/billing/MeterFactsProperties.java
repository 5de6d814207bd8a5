package dev.guanjia.billing;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.RegisterChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MeterFactsProperties {

    private static final FeeItemId FEE = new FeeItemId("SECONDARY_WATER");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = START.plusDays(200);
    private static final Meter METER =
            new Meter(
                    new MeterId("mt_1"),
                    new UnitId("un_1"),
                    MeterKind.WATER,
                    "W-1",
                    START,
                    Rational.ZERO,
                    4);

    private MeterHistory history = new MeterHistory(METER, List.of());
    private final List<MeterSpan> standing = new ArrayList<>();
    private final List<MeterSpan> reversed = new ArrayList<>();
    private boolean corrects = true;

    /** Readings, back-fills, corrections, roll-overs and new registers in any order, and bills. */
    @Property
    void theBillsComeToWhatWasUsedUpToTheReadingThatTheyEndWith(
            @ForAll long seed, @ForAll @IntRange(max = 40) int steps) {
        Random random = new Random(seed);
        start();
        for (int step = 0; step < steps; step++) {
            history = next(step, random);
            LocalDate end = START.plusDays(random.nextInt(130));
            if (random.nextInt(3) == 0 && bill(end)) {
                assertThat(billed()).isEqualTo(total(history.latestBefore(end).orElseThrow()));
            }
        }
        bill(END);
        assertThat(open().until(END)).as("once only").isEmpty();
    }

    /** The same with bills that are reversed, wherever they are, and charged again or not. */
    @Property
    void whatIsReversedIsBilledAgainOnceAndWhatStandsIsNot(
            @ForAll long seed, @ForAll @IntRange(max = 60) int steps, @ForAll boolean corrected) {
        Random random = new Random(seed);
        start();
        corrects = corrected;
        for (int step = 0; step < steps; step++) {
            history = next(step, random);
            switch (random.nextInt(4)) {
                case 0 -> bill(START.plusDays(random.nextInt(130)));
                case 1 -> reverse(random);
                case 2 -> again(random);
                default -> facts();
            }
        }
        history = history.with(accepted(history.record(reading("rd_end", 190))));
        history.standing().forEach(reading -> bill(reading.readOn().plusDays(1)));
        Rational used = total(history.latestBefore(END).orElseThrow());
        if (corrects && billed().compareTo(used) > 0) {
            assertThat(open().until(END)).as("corrected, and waits for more use").isEmpty();
        } else {
            assertThat(billed()).isEqualTo(used);
        }
    }

    private static Reading reading(String id, int day) {
        return new Reading(
                new ReadingId(id),
                METER.id(),
                START.plusDays(day),
                Rational.of(9_999, 1),
                ReadingSource.READ);
    }

    private void start() {
        history = new MeterHistory(METER, List.of());
        standing.clear();
        reversed.clear();
        corrects = true;
    }

    private MeterFacts facts() {
        return new MeterFacts(
                history,
                Map.of(
                        FEE,
                        standing.stream()
                                .map(span -> new BilledSpan(Billing.MARCH, span))
                                .toList()));
    }

    private OpenUse open() {
        return facts().open(FEE, null);
    }

    private Rational billed() {
        return standing.stream().map(MeterSpan::consumption).reduce(Rational.ZERO, Rational::plus);
    }

    private Rational total(Reading reading) {
        return history.totalOn(reading.readOn()).orElseThrow();
    }

    private boolean bill(LocalDate end) {
        Optional<MeterSpan> span = open().until(end);
        span.ifPresent(standing::add);
        return span.isPresent();
    }

    private void reverse(Random random) {
        if (!standing.isEmpty()) {
            reversed.add(standing.remove(random.nextInt(standing.size())));
        }
    }

    /** No other readings than before, and what they say now. */
    private void again(Random random) {
        if (reversed.isEmpty()) {
            return;
        }
        MeterSpan old = reversed.get(random.nextInt(reversed.size()));
        Optional<MeterSpan> next = facts().open(FEE, old).until(END);
        next.ifPresent(
                span -> {
                    LocalDate until = OpenUse.closedOn(history, span);
                    LocalDate from = OpenUse.openedOn(history, span);
                    assertThat(until).isBeforeOrEqualTo(OpenUse.closedOn(history, old));
                    assertThat(from).isAfterOrEqualTo(OpenUse.openedOn(history, old));
                    Rational before =
                            span.openingReading() == null
                                    ? Rational.ZERO
                                    : history.totalOn(from).orElseThrow();
                    assertThat(span.consumption())
                            .isEqualTo(history.totalOn(until).orElseThrow().minus(before));
                    standing.add(span);
                });
    }

    private MeterHistory next(int step, Random random) {
        LocalDate day = START.plusDays(random.nextInt(120));
        Rational value = Rational.of(random.nextInt(10_000), 1);
        if (random.nextInt(8) == 0) {
            Register register = new Register("W-" + step, Rational.of(random.nextInt(9), 1), 4);
            return history.change(new RegisterChange(day, value, register))
                    .fold(changed -> changed, reasons -> history);
        }
        List<Reading> standing = history.standing();
        Reading corrected =
                !corrects || standing.isEmpty() || random.nextInt(3) > 0
                        ? null
                        : standing.get(random.nextInt(standing.size()));
        Reading reading =
                new Reading(
                        new ReadingId("rd_" + step),
                        METER.id(),
                        corrected == null ? day : corrected.readOn(),
                        value,
                        corrected == null ? ReadingSource.READ : ReadingSource.CORRECTED,
                        random.nextBoolean(),
                        corrected == null ? null : corrected.id());
        return history.record(reading).fold(history::with, reasons -> history);
    }
}
