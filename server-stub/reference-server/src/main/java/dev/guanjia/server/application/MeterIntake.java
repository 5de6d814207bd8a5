package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Register;
import dev.guanjia.server.application.UnitDraft.MeterDraft;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.MeterStore.MeterRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads meters and registers; what is wrong is noted with its place. */
final class MeterIntake {

    private static final String VALUES = "0 to 999999999";

    private final Given given;
    private final BusinessTime time;

    MeterIntake(Given given, BusinessTime time) {
        this.given = given;
        this.time = time;
    }

    /** One meter, of no unit where there is none; empty if anything about it does not fit. */
    Optional<MeterRow> meter(String at, @Nullable UnitId unit, MeterDraft draft) {
        Optional<MeterKind> kind = given.known(at + "/kind", draft.kind(), MeterKind.class);
        Optional<LocalDate> day = given.pastDay(at + "/installed_on", draft.installedOn(), time);
        Optional<Register> register =
                register(
                        at,
                        "/initial_value",
                        new Plate(draft.serial(), draft.initialValue(), draft.digits()));
        if (kind.isEmpty() || day.isEmpty() || register.isEmpty()) {
            return Optional.empty();
        }
        Meter meter =
                new Meter(
                        new MeterId(Ids.next("mt")),
                        unit,
                        kind.get(),
                        register.get().serial(),
                        day.get(),
                        register.get().first(),
                        register.get().digits());
        return Optional.of(new MeterRow(meter, draft.initialValue()));
    }

    /**
     * A register as it was given.
     *
     * @param serial the number on its plate
     * @param first what it showed first
     * @param digits its digits; 0 when unknown
     */
    record Plate(String serial, String first, int digits) {}

    /** One register, whose first value has a name of its own. */
    Optional<Register> register(String at, String first, Plate plate) {
        Optional<String> serial = given.text(at + "/serial_no", plate.serial());
        Optional<Rational> value = value(at + first, plate.first());
        if (serial.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Register empty = new Register(serial.get(), Rational.ZERO, plate.digits());
        if (!empty.holds(value.get())) {
            String expected = "less than " + empty.capacity().orElseThrow().decimalText();
            return given.wrong(at + first, FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return Optional.of(new Register(serial.get(), value.get(), plate.digits()));
    }

    /** What a dial can show. */
    Optional<Rational> value(String at, String text) {
        return given.decimal(at, text, Meter::isValue, VALUES);
    }
}
