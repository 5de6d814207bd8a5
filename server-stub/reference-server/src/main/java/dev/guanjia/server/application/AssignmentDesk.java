package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.AssignmentStore;
import dev.guanjia.server.store.AssignmentStore.AssignmentRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who holds which post. */
@Service
public class AssignmentDesk {

    private final Permissions permissions;
    private final StaffDesk staff;
    private final AssignmentStore assignments;
    private final Audit audit;
    private final Clock clock;

    AssignmentDesk(
            Permissions permissions,
            StaffDesk staff,
            AssignmentStore assignments,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.assignments = assignments;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a post to a person.
     *
     * @param caller who asks
     * @param staffId the person
     * @param post the post
     * @param from the first day
     * @return the assignment
     */
    public AssignmentRow create(Caller caller, String staffId, String post, LocalDate from) {
        permissions.require(caller, "create-assignment", staffId);
        staff.get(caller, staffId);
        AssignmentRow row = new AssignmentRow(Ids.next("as"), staffId, post, from);
        Map<String, String> facts = Map.of("post", post, "from", from.toString());
        if (!assignments.add(caller.tenant(), row, clock.instant())) {
            throw StaffRefusal.ASSIGNMENT_EXISTS.with(facts);
        }
        audit.accepted(caller, "create-assignment", row.id(), facts);
        return row;
    }

    /**
     * Lists a person's assignments by first day.
     *
     * @param caller who asks
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<AssignmentRow> list(Caller caller, String staffId, PageRequest request) {
        staff.get(caller, staffId);
        return assignments.list(caller.tenant(), staffId, request);
    }
}
