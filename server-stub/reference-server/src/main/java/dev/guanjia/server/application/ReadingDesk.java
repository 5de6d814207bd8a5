package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ReadingStore;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the meters showed. */
@Service
public class ReadingDesk {

    private static final String COMMAND = "create-meter-readings";

    private final Permissions permissions;
    private final MeterLog log;
    private final ReadingStore readings;
    private final Audit audit;

    ReadingDesk(Permissions permissions, MeterLog log, ReadingStore readings, Audit audit) {
        this.permissions = permissions;
        this.log = log;
        this.readings = readings;
        this.audit = audit;
    }

    /**
     * Records readings, all of them or none. A reading that was recorded before is the same one.
     *
     * @param caller who asks
     * @param drafts the readings
     * @return the readings that stand, in the order of the drafts
     */
    public List<ReadingRow> create(Caller caller, List<ReadingDraft> drafts) {
        permissions.require(caller, COMMAND, drafts.get(0).meterId());
        List<String> ids = drafts.stream().map(ReadingDraft::meterId).distinct().toList();
        Given given = new Given();
        ReadingIntake intake = log.intake(log.locked(caller.tenant(), ids), given);
        for (int i = 0; i < drafts.size(); i++) {
            intake.read("/readings/" + i, drafts.get(i));
        }
        given.end();
        readings.add(caller.tenant(), caller.staffId(), intake.added());
        List<String> standing =
                intake.standing().stream().map(one -> one.reading().id().value()).toList();
        audit.accepted(
                caller,
                COMMAND,
                standing.get(0),
                Map.of(
                        "readings", String.valueOf(standing.size()),
                        "added", String.valueOf(intake.added().size())));
        return readings.all(caller.tenant(), standing);
    }

    /**
     * Lists the readings of a meter by day.
     *
     * @param caller who asks
     * @param meterId the meter
     * @param request which page
     * @return the page
     */
    public Page<ReadingRow> list(Caller caller, String meterId, PageRequest request) {
        log.find(caller.tenant(), meterId).orElseThrow(() -> Fault.notFound(meterId));
        return readings.list(caller.tenant(), meterId, request);
    }
}
