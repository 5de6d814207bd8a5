package dev.guanjia.server.application;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Certificate;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The papers of inspections that equipment passed. */
@Service
public class EquipmentPaperDesk {

    private final Planning planning;
    private final EquipmentStore store;
    private final EquipmentDesk equipment;
    private final EquipmentCatalogue catalogue;

    EquipmentPaperDesk(
            Planning planning,
            EquipmentStore store,
            EquipmentDesk equipment,
            EquipmentCatalogue catalogue) {
        this.planning = planning;
        this.store = store;
        this.equipment = equipment;
        this.catalogue = catalogue;
    }

    /**
     * What is said of a certificate.
     *
     * @param kind of which inspection
     * @param number its number
     * @param valid when it is valid
     */
    public record Paper(String kind, String number, EquipmentDesk.Span valid) {}

    /**
     * Records that a piece of equipment passed an inspection.
     *
     * @param caller who asks
     * @param id which
     * @param paper the certificate
     * @return the certificate
     */
    public Certificate certify(Caller caller, String id, Paper paper) {
        Breach attempt = new Breach("certify-equipment", id);
        planning.admit(caller, attempt);
        EquipmentRow row = equipment.lock(caller, id);
        Certificate read = read(row, paper);
        EquipmentRegister before = equipment.register(caller.tenant(), row);
        EquipmentRegister after = Refused.unlessAccepted(before.certify(read));
        if (after.certificates().size() > before.certificates().size()) {
            store.add(caller.tenant(), read, planning.now());
            planning.done(caller, attempt, id, Map.of("kind", paper.kind()));
        }
        return read;
    }

    private Certificate read(EquipmentRow row, Paper paper) {
        Given given = new Given();
        Optional<AssetKey> kind =
                catalogue.inspections().stream()
                        .map(known -> known.key())
                        .filter(key -> key.value().equals(paper.kind()))
                        .findFirst();
        if (kind.isEmpty()) {
            given.unknown("/kind", paper.kind());
        }
        given.text("/number", paper.number());
        Optional<DateRange> valid = EquipmentDesk.range(given, "", paper.valid());
        given.end();
        return new Certificate(
                row.equipment().id(),
                kind.orElseThrow(),
                paper.number(),
                paper.valid().from(),
                valid.map(DateRange::last));
    }
}
