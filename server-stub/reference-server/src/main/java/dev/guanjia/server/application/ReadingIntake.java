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
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads readings row by row; each meter's history decides, and grows by what it accepts. */
final class ReadingIntake {

    private final Map<String, MeterHistory> histories = new HashMap<>();
    private final Map<ReadingId, ReadingRow> fresh = new HashMap<>();
    private final List<ReadingRow> added = new ArrayList<>();
    private final List<Stands> standing = new ArrayList<>();
    private final Given given;
    private final BusinessTime time;
    private final Instant now;

    /**
     * @param known all that is known of the meters that the rows may name
     * @param given where faults are noted
     * @param time which days have begun
     * @param now when the rows are recorded
     */
    ReadingIntake(Map<MeterId, MeterHistory> known, Given given, BusinessTime time, Instant now) {
        known.forEach((id, history) -> histories.put(id.value(), history));
        this.given = given;
        this.time = time;
        this.now = now;
    }

    /**
     * The reading that stands for a row.
     *
     * @param reading the reading
     * @param stored whether it is new
     */
    record Stands(Reading reading, boolean stored) {}

    /** The readings that are new. */
    List<ReadingRow> added() {
        return added;
    }

    /** The reading that stands for each row. */
    List<Stands> standing() {
        return standing;
    }

    /** The history that a draft is about, as far as it has grown. */
    Optional<MeterHistory> history(String meterId) {
        return Optional.ofNullable(histories.get(meterId));
    }

    void read(String at, ReadingDraft draft) {
        Optional<MeterHistory> history = history(draft.meterId());
        if (history.isEmpty()) {
            given.unknown(at + "/meter_id", draft.meterId());
        }
        Optional<LocalDate> day = given.pastDay(at + "/read_on", draft.readOn(), time);
        Optional<Rational> value =
                given.decimal(at + "/value", draft.value(), Meter::isValue, "0 to 999999999");
        Optional<ReadingSource> source = source(at, draft);
        if (history.isEmpty() || day.isEmpty() || value.isEmpty() || source.isEmpty()) {
            return;
        }
        Reading reading =
                new Reading(
                        new ReadingId(Ids.next("rd")),
                        history.get().meter().id(),
                        day.get(),
                        value.get(),
                        source.get(),
                        draft.rolledOver(),
                        corrects(draft));
        decide(at, history.get(), new ReadingRow(reading, draft.value(), true, now));
    }

    /** A correction names what it corrects, and nothing else does. */
    private Optional<ReadingSource> source(String at, ReadingDraft draft) {
        Optional<ReadingSource> source =
                given.known(at + "/source", draft.source(), ReadingSource.class);
        boolean correction = source.filter(ReadingSource.CORRECTED::equals).isPresent();
        if (correction && draft.corrects() == null) {
            given.faults().add(at + "/corrects", FieldCode.MISSING, Map.of());
            return Optional.empty();
        }
        if (!correction && draft.corrects() != null) {
            return given.wrong(at + "/source", FieldCode.OUT_OF_RANGE, "expected", "CORRECTED");
        }
        return source;
    }

    private static @Nullable ReadingId corrects(ReadingDraft draft) {
        return draft.corrects() == null ? null : new ReadingId(draft.corrects());
    }

    private void decide(String at, MeterHistory history, ReadingRow row) {
        history.record(row.reading())
                .fold(
                        stands -> accept(history, stands, row),
                        reasons -> refuse(at, reasons, given.faults()));
    }

    private boolean accept(MeterHistory history, Reading stands, ReadingRow row) {
        boolean stored = stands.equals(row.reading());
        if (stored) {
            fresh.put(stands.id(), row);
            added.add(row);
            histories.put(stands.meter().value(), history.with(stands));
        }
        return standing.add(new Stands(stands, stored));
    }

    private static boolean refuse(String at, List<Refusal> reasons, Faults faults) {
        reasons.forEach(reason -> faults.add(at, reason.code(), reason.facts()));
        return false;
    }
}
