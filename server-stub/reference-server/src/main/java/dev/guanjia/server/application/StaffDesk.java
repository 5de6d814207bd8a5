package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.StaffStore.StaffRow;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Who works for the company. */
@Service
public class StaffDesk {

    private final Permissions permissions;
    private final StaffStore staff;
    private final Audit audit;
    private final Clock clock;

    StaffDesk(Permissions permissions, StaffStore staff, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters a person.
     *
     * @param caller who asks
     * @param staffNo the company's number for the person
     * @param name the name
     * @return the person
     */
    public StaffRow create(Caller caller, String staffNo, String name) {
        permissions.require(caller, "create-staff", staffNo);
        StaffRow row = new StaffRow(Ids.next("sf"), staffNo, name, null, 1, clock.instant());
        if (!staff.add(caller.tenant(), row)) {
            throw StaffRefusal.STAFF_NO_TAKEN.with(Map.of("staff_no", staffNo));
        }
        audit.accepted(caller, "create-staff", row.id(), Map.of("staff_no", staffNo));
        return row;
    }

    /**
     * Reads a person.
     *
     * @param caller who asks
     * @param id the staff id
     * @return the person
     */
    public StaffRow get(Caller caller, String id) {
        return staff.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /** Reads a person and keeps others from changing what hangs on them meanwhile. */
    StaffRow lock(Caller caller, String id) {
        return staff.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists people by staff number.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<StaffRow> list(Caller caller, PageRequest request) {
        return staff.list(caller.tenant(), request);
    }

    /**
     * What shall change about a person.
     *
     * @param name another name; empty leaves it
     * @param mobile how the number changes; the identity leaves it
     */
    public record Change(Optional<String> name, UnaryOperator<Optional<String>> mobile) {}

    /**
     * Changes a person.
     *
     * @param caller who asks
     * @param id the staff id
     * @param ifMatch the version last seen
     * @param change what shall change
     * @return the person as it is now
     */
    public StaffRow update(Caller caller, String id, String ifMatch, Change change) {
        permissions.require(caller, "update-staff", id);
        StaffRow old = lock(caller, id);
        Version.require(ifMatch, old.version());
        StaffRow row =
                new StaffRow(
                        id,
                        old.staffNo(),
                        change.name().orElse(old.name()),
                        change.mobile().apply(Optional.ofNullable(old.mobile())).orElse(null),
                        old.version() + 1,
                        old.recordedAt());
        staff.update(caller.tenant(), row);
        audit.accepted(
                caller, "update-staff", id, Map.of("version", String.valueOf(row.version())));
        return row;
    }
}
