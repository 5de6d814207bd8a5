package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.Meter;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import dev.guanjia.property.meter.ReadingSource;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Faults;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads readings row by row; each meter's history decides, and grows by what it accepts. */
final class ReadingIntake {

    private final Map<String, MeterHistory> histories = new HashMap<>();
    private final Map<ReadingId, ReadingRow> known = new HashMap<>();
    private final List<ReadingRow> added = new ArrayList<>();
    private final List<ReadingRow> standing = new ArrayList<>();
    private final Instant now;

    /**
     * @param meters the meters that the rows may name
     * @param shown what they showed so far
     */
    ReadingIntake(List<MeterRow> meters, Map<MeterId, List<ReadingRow>> shown, Instant now) {
        this.now = now;
        for (MeterRow row : meters) {
            Meter meter = row.meter();
            List<ReadingRow> rows = shown.getOrDefault(meter.id(), List.of());
            rows.forEach(reading -> known.put(reading.reading().id(), reading));
            List<Reading> readings = rows.stream().map(ReadingRow::reading).toList();
            histories.put(meter.id().value(), new MeterHistory(meter, readings));
        }
    }

    /** The readings that are new. */
    List<ReadingRow> added() {
        return added;
    }

    /** The reading that stands for each row. */
    List<ReadingRow> standing() {
        return standing;
    }

    void read(String at, ReadingDraft draft, Given given, BusinessTime time) {
        Optional<MeterHistory> history = Optional.ofNullable(histories.get(draft.meterId()));
        if (history.isEmpty()) {
            given.unknown(at + "/meter_id", draft.meterId());
        }
        Optional<LocalDate> day = given.pastDay(at + "/read_on", draft.readOn(), time);
        Optional<Rational> value =
                given.decimal(at + "/value", draft.value(), Meter::isValue, "0 to 999999999");
        Optional<ReadingSource> source =
                given.known(at + "/source", draft.source(), ReadingSource.class)
                        .filter(known -> known != ReadingSource.CORRECTED);
        if (ReadingSource.CORRECTED.name().equals(draft.source())) {
            given.unknown(at + "/source", draft.source());
        }
        if (history.isEmpty() || day.isEmpty() || value.isEmpty() || source.isEmpty()) {
            return;
        }
        Reading reading =
                new Reading(
                        new ReadingId(Ids.next("rd")),
                        history.get().meter().id(),
                        day.get(),
                        value.get(),
                        source.get());
        decide(at, history.get(), new ReadingRow(reading, draft.value(), now), given.faults());
    }

    private void decide(String at, MeterHistory history, ReadingRow row, Faults faults) {
        history.record(row.reading())
                .fold(
                        stands -> accept(history, stands, row),
                        reasons -> refuse(at, reasons, faults));
    }

    private boolean accept(MeterHistory history, Reading stands, ReadingRow row) {
        if (stands.equals(row.reading())) {
            known.put(stands.id(), row);
            added.add(row);
            histories.put(stands.meter().value(), history.with(stands));
        }
        return standing.add(known.get(stands.id()));
    }

    private static boolean refuse(String at, List<Refusal> reasons, Faults faults) {
        reasons.forEach(reason -> faults.add(at, reason.code(), reason.facts()));
        return false;
    }
}
