package dev.guanjia.property.meter;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.List;

/** A meter of four digits, installed on New Year's Day at zero, and what the tests say of it. */
final class Meters {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final Meter METER = meter("mt_1", MeterKind.ELECTRICITY);

    private Meters() {}

    static Meter meter(String id, MeterKind kind) {
        UnitId unit = new UnitId("un_1");
        return new Meter(new MeterId(id), unit, kind, "E-" + id, START, Rational.ZERO, 4);
    }

    static Reading reading(String id, String day, String value, boolean rolledOver) {
        return reading(id, LocalDate.parse(day), Rational.parse(value), rolledOver);
    }

    static Reading reading(String id, LocalDate day, Rational value, boolean rolledOver) {
        ReadingSource source = ReadingSource.READ;
        return new Reading(new ReadingId(id), METER.id(), day, value, source, rolledOver, null);
    }

    static Reading correction(String id, Reading of, Rational value, boolean rolledOver) {
        return new Reading(
                new ReadingId(id),
                of.meter(),
                of.readOn(),
                value,
                ReadingSource.CORRECTED,
                rolledOver,
                of.id());
    }

    static MeterHistory history(Reading... readings) {
        return new MeterHistory(METER, List.of(readings));
    }

    static RegisterChange replaced(String day, String last, String first) {
        Register next = new Register("E-new", Rational.parse(first), 4);
        return new RegisterChange(LocalDate.parse(day), Rational.parse(last), next);
    }

    static MeterHistory changed(MeterHistory history, RegisterChange change) {
        return history.change(change)
                .fold(
                        changed -> changed,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    /** Whether it was accepted, or the reasons in words. */
    static String said(Decision<?> decision) {
        return decision.fold(
                accepted -> "accepted",
                reasons ->
                        String.join(
                                " ",
                                reasons.stream()
                                        .map(reason -> Wording.of(reason, Language.EN))
                                        .toList()));
    }
}
