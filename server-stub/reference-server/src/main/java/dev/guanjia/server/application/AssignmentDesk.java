package dev.guanjia.server.application;

import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
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
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.AssignmentStore;
import dev.guanjia.server.store.AssignmentStore.AssignmentRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who holds which post. */
@Service
public class AssignmentDesk {

    private final Permissions permissions;
    private final StaffDesk staff;
    private final CompanyTrees trees;
    private final StaffFitness fitness;
    private final AssignmentStore assignments;
    private final SegregationBook segregation;
    private final Audit audit;
    private final Clock clock;

    AssignmentDesk(
            Permissions permissions,
            StaffDesk staff,
            CompanyTrees trees,
            StaffFitness fitness,
            AssignmentStore assignments,
            SegregationBook segregation,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.trees = trees;
        this.fitness = fitness;
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
        PostKey key = known(caller, post, from);
        staff.lock(caller, staffId);
        Assignment added = Assignment.openEnded(new StaffId(staffId), key, from);
        Assignments held = assignments.of(caller.tenant(), staffId);
        Refused.unlessAccepted(fitness.of(caller.tenant(), staffId, from).assign(held, added));
        Ruling.unlessRefused(
                segregation
                        .mandatesOf(caller.tenant(), staffId)
                        .assign(added, segregation.of(caller.tenant())),
                new Breach("create-assignment", staffId));
        AssignmentRow row = new AssignmentRow(Ids.next("as"), staffId, post, from, null);
        assignments.add(caller.tenant(), row, clock.instant());
        audit.accepted(
                caller,
                "create-assignment",
                row.id(),
                Map.of("staff_id", staffId, "post", post, "from", from.toString()));
        return row;
    }

    /**
     * Takes a post from a person.
     *
     * @param caller who asks
     * @param staffId the person
     * @param ending which assignment ends when
     * @return the assignment with its end
     */
    public AssignmentRow end(Caller caller, String staffId, Ending ending) {
        permissions.require(caller, "end-assignment", staffId);
        staff.lock(caller, staffId);
        AssignmentRow row =
                assignments
                        .lock(caller.tenant(), staffId, ending.assignment())
                        .orElseThrow(() -> Fault.notFound(ending.assignment()));
        Given given = new Given();
        Ends.after(given, row.from(), Optional.of(ending.to()));
        given.end();
        LocalDate end = row.to();
        if (end != null) {
            throw StructureRefusal.ASSIGNMENT_ENDED.with(
                    Map.of("assignment", row.id(), "to", end.toString()));
        }
        AssignmentRow ended =
                new AssignmentRow(row.id(), staffId, row.post(), row.from(), ending.to());
        assignments.end(caller.tenant(), ended, ending.reason());
        Map<String, String> facts =
                Map.of("staff_id", staffId, "post", row.post(), "to", ending.to().toString());
        audit.accepted(caller, "end-assignment", row.id(), facts);
        return ended;
    }

    /**
     * That a person no longer holds a post.
     *
     * @param assignment which assignment
     * @param to the first day without the post
     * @param reason why, where somebody said it
     */
    public record Ending(String assignment, LocalDate to, @Nullable String reason) {}

    private PostKey known(Caller caller, String post, LocalDate day) {
        return trees.of(caller.tenant())
                .post(post, day)
                .orElseThrow(
                        () ->
                                Fault.invalid(
                                        "/post", FieldCode.UNKNOWN_VALUE, Map.of("value", post)))
                .key();
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
