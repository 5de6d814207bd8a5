package dev.guanjia.server.application;

import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Holding;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.KeepingStore;
import dev.guanjia.server.store.KeepingStore.KeepingRow;
import dev.guanjia.server.store.StaffStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who keeps which seal, cheque book or right. */
@Service
public class KeepingDesk {

    private static final String CREATE = "create-keeping";
    private static final String END = "end-keeping";

    private final Clerk clerk;
    private final SegregationBook book;
    private final KeepingStore keepings;
    private final StaffStore staff;
    private final PostCatalogue posts;
    private final Clock clock;

    KeepingDesk(
            Clerk clerk,
            SegregationBook book,
            KeepingStore keepings,
            StaffStore staff,
            PostCatalogue posts,
            Clock clock) {
        this.clerk = clerk;
        this.book = book;
        this.keepings = keepings;
        this.staff = staff;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * Gives a thing into somebody's keeping.
     *
     * @param caller who asks
     * @param staffId the person
     * @param thing what is kept
     * @param from the first day
     * @return the keeping
     */
    public KeepingRow create(Caller caller, String staffId, String thing, LocalDate from) {
        clerk.admit(caller, CREATE, staffId);
        Given given = new Given();
        if (staff.lock(caller.tenant(), staffId).isEmpty()) {
            given.unknown("/staff_id", staffId);
        }
        if (posts.all().stream().map(Post::key).anyMatch(post -> post.value().equals(thing))) {
            given.wrong("/thing", FieldCode.OUT_OF_RANGE, "expected", "a thing, not a post");
        }
        given.day("/from", from);
        given.end();
        Holding added = Holding.keeping(new StaffId(staffId), thing, from);
        Ruling.unlessRefused(
                book.mandatesOf(caller.tenant(), staffId).keep(added, book.of(caller.tenant())),
                new Breach(CREATE, staffId));
        KeepingRow row = new KeepingRow(Ids.next("kp"), staffId, thing, from, null);
        keepings.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts =
                Map.of("staff", staffId, "thing", thing, "from", from.toString());
        clerk.done(caller, CREATE, row.id(), facts);
        return row;
    }

    /**
     * Ends a keeping: the thing is handed on.
     *
     * @param caller who asks
     * @param id the keeping
     * @param to the first day without it
     * @param reason why; null if nothing was said
     * @return the keeping with its end
     */
    public KeepingRow end(Caller caller, String id, LocalDate to, @Nullable String reason) {
        clerk.admit(caller, END, id);
        KeepingRow row = keepings.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        if (row.to() != null) {
            throw ApprovalRefusal.KEEPING_ENDED.with(Map.of("id", id, "to", row.to().toString()));
        }
        Given given = new Given();
        given.day("/to", to);
        if (to.isBefore(row.from())) {
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", row.from() + " or later");
        }
        Optional.ofNullable(reason).ifPresent(text -> given.text("/reason", text));
        given.end();
        KeepingRow ended = new KeepingRow(id, row.staffId(), row.thing(), row.from(), to);
        keepings.end(caller.tenant(), ended, reason);
        clerk.done(caller, END, id, Map.of("to", to.toString()));
        return ended;
    }

    /**
     * Lists keepings by thing and first day.
     *
     * @param caller who asks
     * @param staffId only of this person; null for all
     * @param day only those of that day; null for all
     * @param request which page
     * @return the page
     */
    public Page<KeepingRow> list(
            Caller caller, @Nullable String staffId, @Nullable LocalDate day, PageRequest request) {
        List<KeepingRow> rows =
                keepings.all(caller.tenant()).stream()
                        .filter(row -> staffId == null || row.staffId().equals(staffId))
                        .filter(row -> day == null || isLive(row, day))
                        .toList();
        return Page.slice(
                rows,
                request,
                row -> PageRequest.join(row.thing(), row.from().toString(), row.id()));
    }

    private static boolean isLive(KeepingRow row, LocalDate day) {
        return row.holding().filter(holding -> holding.covers(day)).isPresent();
    }
}
