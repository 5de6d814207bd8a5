package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.company.CompanyPost;
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
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.StandInStore;
import dev.guanjia.server.store.StandInStore.StandInRow;
import dev.guanjia.server.store.TenantStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who acts in a post they do not hold. */
@Service
public class StandInDesk {

    private final Permissions permissions;
    private final StaffStore staff;
    private final StandInStore standIns;
    private final StaffFitness fitness;
    private final CompanyTrees trees;
    private final Responsibilities responsibilities;
    private final SegregationBook segregation;
    private final TenantStore tenants;
    private final Audit audit;
    private final Clock clock;

    StandInDesk(
            Permissions permissions,
            StaffStore staff,
            StandInStore standIns,
            StaffFitness fitness,
            CompanyTrees trees,
            Responsibilities responsibilities,
            SegregationBook segregation,
            TenantStore tenants,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.standIns = standIns;
        this.fitness = fitness;
        this.trees = trees;
        this.responsibilities = responsibilities;
        this.segregation = segregation;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A stand-in as it was given.
     *
     * @param post the post
     * @param replaced whose place is taken; empty for the deputy in a vacant post
     * @param by who acts
     * @param from the first day
     * @param to the first day on which it no longer holds
     */
    public record Draft(
            String post, Optional<String> replaced, String by, LocalDate from, LocalDate to) {}

    /**
     * Lets a person stand in.
     *
     * @param caller who asks
     * @param draft who acts for whom when
     * @return the stand-in
     */
    public StandInRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-stand-in", draft.by());
        tenants.lock(caller.tenant());
        CompanyTree tree = trees.of(caller.tenant());
        StandIn standIn = read(caller.tenant(), tree, draft);
        Refused.unlessAccepted(
                fitness.of(caller.tenant(), draft.by(), draft.from())
                        .standIn(responsibilities.of(caller.tenant(), tree), standIn));
        requireSegregated(caller.tenant(), standIn);
        StandInRow row = new StandInRow(Ids.next("sn"), standIn);
        standIns.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("post", draft.post(), "staff_id", draft.by());
        audit.accepted(caller, "create-stand-in", row.id(), facts);
        return row;
    }

    private void requireSegregated(String tenant, StandIn standIn) {
        String by = standIn.by().value();
        Ruling.unlessRefused(
                segregation.mandatesOf(tenant, by).standIn(standIn, segregation.of(tenant)),
                new Breach("create-stand-in", by));
    }

    /**
     * Reads a stand-in.
     *
     * @param caller who asks
     * @param id the stand-in
     * @return the stand-in
     */
    public StandInRow get(Caller caller, String id) {
        return standIns.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists stand-ins by first day.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<StandInRow> list(Caller caller, StandInStore.Filter filter, PageRequest request) {
        return standIns.list(caller.tenant(), filter, request);
    }

    /**
     * Ends a stand-in early.
     *
     * @param caller who asks
     * @param id the stand-in
     * @param to the first day without it
     * @param reason why, where somebody said it
     * @return the stand-in with its new end
     */
    public StandInRow end(Caller caller, String id, LocalDate to, @Nullable String reason) {
        permissions.require(caller, "end-stand-in", id);
        tenants.lock(caller.tenant());
        StandInRow row = get(caller, id);
        StandIn old = row.standIn();
        Given given = new Given();
        Ends.after(given, old.from(), Optional.of(to));
        given.end();
        if (!to.isBefore(row.to())) {
            throw StructureRefusal.STAND_IN_ENDED.with(
                    Map.of("stand_in", id, "to", row.to().toString()));
        }
        StandInRow ended =
                new StandInRow(
                        id,
                        new StandIn(
                                old.post(), old.replaced(), old.by(), old.from(), to.minusDays(1)));
        standIns.end(caller.tenant(), ended, reason);
        audit.accepted(caller, "end-stand-in", id, Map.of("to", to.toString()));
        return ended;
    }

    private StandIn read(String tenant, CompanyTree tree, Draft draft) {
        Given given = new Given();
        Optional<CompanyPost> post = tree.post(draft.post(), draft.from());
        if (post.isEmpty()) {
            given.unknown("/post", draft.post());
        }
        person(given, "/staff_id", tenant, draft.by());
        draft.replaced().ifPresent(other -> person(given, "/replaced_id", tenant, other));
        if (draft.replaced().equals(Optional.of(draft.by()))) {
            given.wrong("/replaced_id", FieldCode.OUT_OF_RANGE, "expected", "somebody else");
        }
        given.day("/from", draft.from());
        Ends.after(given, draft.from(), Optional.of(draft.to()));
        given.end();
        return new StandIn(
                post.orElseThrow().key(),
                draft.replaced().map(StaffId::new),
                new StaffId(draft.by()),
                draft.from(),
                draft.to().minusDays(1));
    }

    private void person(Given given, String pointer, String tenant, String id) {
        if (staff.find(tenant, id).isEmpty()) {
            given.unknown(pointer, id);
        }
    }
}
