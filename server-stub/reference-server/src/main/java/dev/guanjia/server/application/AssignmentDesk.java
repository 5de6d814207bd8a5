package dev.guanjia.server.application;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
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
    private final PostCatalogue posts;
    private final AssignmentStore assignments;
    private final SegregationBook segregation;
    private final Audit audit;
    private final Clock clock;

    AssignmentDesk(
            Permissions permissions,
            StaffDesk staff,
            PostCatalogue posts,
            AssignmentStore assignments,
            SegregationBook segregation,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.posts = posts;
        this.assignments = assignments;
        this.segregation = segregation;
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
        PostKey key = known(post);
        staff.lock(caller, staffId);
        Assignment added = Assignment.openEnded(new StaffId(staffId), key, from);
        Ruling.unlessRefused(
                segregation
                        .mandatesOf(caller.tenant(), staffId)
                        .assign(added, segregation.of(caller.tenant())),
                new Breach("create-assignment", staffId));
        AssignmentRow row = new AssignmentRow(Ids.next("as"), staffId, post, from);
        assignments.add(caller.tenant(), row, clock.instant());
        audit.accepted(
                caller,
                "create-assignment",
                row.id(),
                Map.of("staff_id", staffId, "post", post, "from", from.toString()));
        return row;
    }

    private PostKey known(String post) {
        return posts.all().stream()
                .map(Post::key)
                .filter(key -> key.value().equals(post))
                .findFirst()
                .orElseThrow(
                        () ->
                                Fault.invalid(
                                        "/post", FieldCode.UNKNOWN_VALUE, Map.of("value", post)));
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
