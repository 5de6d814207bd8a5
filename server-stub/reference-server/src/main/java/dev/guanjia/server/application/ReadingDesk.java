package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.ReadingStore;
import dev.guanjia.server.store.ReadingStore.ReadingRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the meters showed. */
@Service
public class ReadingDesk {

    private final Permissions permissions;
    private final MeterStore meters;
    private final ReadingStore readings;
    private final BusinessTime time;
    private final Audit audit;
    private final Clock clock;

    ReadingDesk(
            Permissions permissions,
            MeterStore meters,
            ReadingStore readings,
            BusinessTime time,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.meters = meters;
        this.readings = readings;
        this.time = time;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records readings, all of them or none. A reading that was recorded before is the same one.
     *
     * @param caller who asks
     * @param drafts the readings
     * @return the readings that stand, in the order of the drafts
     */
    public List<ReadingRow> create(Caller caller, List<ReadingDraft> drafts) {
        permissions.require(caller, "create-meter-readings", drafts.get(0).meterId());
        List<String> ids = drafts.stream().map(ReadingDraft::meterId).distinct().toList();
        ReadingIntake intake =
                new ReadingIntake(
                        meters.lock(caller.tenant(), ids),
                        readings.ofMeters(caller.tenant(), ids),
                        clock.instant());
        Given given = new Given();
        for (int i = 0; i < drafts.size(); i++) {
            intake.read("/readings/" + i, drafts.get(i), given, time);
        }
        given.end();
        readings.add(caller.tenant(), caller.staffId(), intake.added());
        List<ReadingRow> standing = intake.standing();
        audit.accepted(
                caller,
                "create-meter-readings",
                standing.get(0).reading().id().value(),
                Map.of(
                        "readings", String.valueOf(standing.size()),
                        "added", String.valueOf(intake.added().size())));
        return standing;
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
        meters.find(caller.tenant(), meterId).orElseThrow(() -> Fault.notFound(meterId));
        return readings.list(caller.tenant(), meterId, request);
    }
}
