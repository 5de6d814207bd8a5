package dev.guanjia.server.application;

import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.ReadingFile.Row;
import dev.guanjia.server.application.ReadingIntake.Stands;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.store.MeterEntryStore;
import dev.guanjia.server.store.ReadingStore;
import dev.guanjia.server.store.UnitEntryStore.Plate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Takes in a file of readings, all of it or nothing. */
@Service
public class ReadingFileDesk {

    private static final String COMMAND = "create-meter-readings";

    private final Permissions permissions;
    private final MeterEntryStore plates;
    private final MeterLog log;
    private final ReadingStore readings;
    private final Audit audit;

    ReadingFileDesk(
            Permissions permissions,
            MeterEntryStore plates,
            MeterLog log,
            ReadingStore readings,
            Audit audit) {
        this.permissions = permissions;
        this.plates = plates;
        this.log = log;
        this.readings = readings;
        this.audit = audit;
    }

    /**
     * What became of a row.
     *
     * @param number 1 for the first after the header
     * @param meterId the meter
     * @param readingId the reading that stands
     * @param stored whether it was stored now; else it was known
     */
    public record Result(int number, String meterId, String readingId, boolean stored) {}

    /**
     * Takes a file in.
     *
     * @param caller who asks
     * @param text the file
     * @return one result per row, in order
     */
    public List<Result> take(Caller caller, String text) {
        permissions.require(caller, COMMAND, "meter-reading-files");
        Given given = new Given();
        List<Row> rows = new ReadingFile(given).read(text);
        Set<Plate> named = rows.stream().map(Row::plate).collect(Collectors.toSet());
        Map<Plate, MeterId> meters = plates.owners(caller.tenant(), named);
        Set<String> ids = meters.values().stream().map(MeterId::value).collect(Collectors.toSet());
        ReadingIntake intake = log.intake(log.locked(caller.tenant(), ids), given);
        for (Row row : rows) {
            MeterId meter = meters.get(row.plate());
            if (meter == null) {
                given.unknown(row.at() + "/serial_no", row.plate().serial());
            } else {
                read(given, intake, row, meter);
            }
        }
        given.end();
        readings.add(caller.tenant(), caller.staffId(), intake.added());
        audit.accepted(
                caller,
                COMMAND,
                "meter-reading-files",
                Map.of(
                        "readings", String.valueOf(rows.size()),
                        "added", String.valueOf(intake.added().size())));
        return results(intake.standing());
    }

    private static void read(Given given, ReadingIntake intake, Row row, MeterId meter) {
        Optional<Reading> standing =
                intake.history(meter.value()).flatMap(history -> standing(history, row));
        if (row.isCorrection() && standing.isEmpty()) {
            given.faults()
                    .add(
                            row.at() + "/read_on",
                            RegistryRefusal.NO_READING_TO_CORRECT,
                            Map.of("meter", row.plate().serial(), "day", row.readOn().toString()));
            return;
        }
        intake.read(
                row.at(),
                new ReadingDraft(
                        meter.value(),
                        row.readOn(),
                        row.value(),
                        row.source(),
                        row.rolledOver(),
                        standing.filter(one -> row.isCorrection())
                                .map(one -> one.id().value())
                                .orElse(null)));
    }

    private static Optional<Reading> standing(MeterHistory history, Row row) {
        return history.standing().stream()
                .filter(reading -> reading.readOn().equals(row.readOn()))
                .findFirst();
    }

    private static List<Result> results(List<Stands> standing) {
        List<Result> results = new ArrayList<>();
        for (Stands one : standing) {
            results.add(
                    new Result(
                            results.size() + 1,
                            one.reading().meter().value(),
                            one.reading().id().value(),
                            one.stored()));
        }
        return results;
    }
}
