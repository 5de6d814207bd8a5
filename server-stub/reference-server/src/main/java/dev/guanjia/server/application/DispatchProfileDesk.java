package dev.guanjia.server.application;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DispatchProfileStore;
import dev.guanjia.server.store.DispatchProfileStore.ProfileRow;
import dev.guanjia.server.store.DutySpanStore;
import dev.guanjia.server.store.DutySpanStore.Key;
import dev.guanjia.server.store.DutySpanStore.SpanRow;
import dev.guanjia.workorder.dispatch.OnDuty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** In what, where and when people can be sent to work orders. */
@Service
public class DispatchProfileDesk {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final Permissions permissions;
    private final StaffDesk staff;
    private final DispatchProfileStore profiles;
    private final DutySpanStore spans;
    private final CompanyTrees trees;
    private final Audit audit;
    private final Clock clock;

    DispatchProfileDesk(
            Permissions permissions,
            StaffDesk staff,
            DispatchProfileStore profiles,
            DutySpanStore spans,
            CompanyTrees trees,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.profiles = profiles;
        this.spans = spans;
        this.trees = trees;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is said of a person.
     *
     * @param post the post they work in
     * @param areas communities and buildings
     * @param limit the most open orders at a time
     * @param from the first day
     */
    public record Draft(String post, List<String> areas, int limit, LocalDate from) {

        /** Copies. */
        public Draft {
            areas = List.copyOf(areas);
        }
    }

    /**
     * When a person is on duty.
     *
     * @param start from then
     * @param end until before then
     * @param onCall whether for emergencies only
     */
    public record Span(Instant start, Instant end, boolean onCall) {}

    /**
     * Says in what somebody can be sent.
     *
     * @param caller who asks
     * @param staffId the person
     * @param draft what is said
     * @return the row
     */
    public ProfileRow create(Caller caller, String staffId, Draft draft) {
        permissions.require(caller, "create-dispatch-profile", staffId);
        staff.lock(caller, staffId);
        Given given = new Given();
        Set<PostKey> posts = trees.of(caller.tenant()).everPosts();
        given.post("/post", draft.post(), posts);
        given.day("/from", draft.from());
        Set<String> known = profiles.areas(caller.tenant(), draft.areas());
        for (int i = 0; i < draft.areas().size(); i++) {
            if (!known.contains(draft.areas().get(i))) {
                given.unknown("/areas/" + i, draft.areas().get(i));
            }
        }
        given.end();
        ProfileRow row =
                new ProfileRow(
                        Ids.next("dc"),
                        staffId,
                        draft.post(),
                        draft.areas().stream().distinct().sorted().toList(),
                        draft.limit(),
                        draft.from());
        if (!profiles.add(caller.tenant(), row, clock.instant())) {
            throw DispatchRuleRefusal.PROFILE_TWICE.with(
                    Map.of("staff", staffId, "from", draft.from().toString()));
        }
        Map<String, String> facts = Map.of("staff_id", staffId, "post", draft.post());
        audit.accepted(caller, "create-dispatch-profile", row.id(), facts);
        return row;
    }

    /**
     * Lists a person's profiles by first day.
     *
     * @param caller who asks
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<ProfileRow> profiles(Caller caller, String staffId, PageRequest request) {
        staff.get(caller, staffId);
        return profiles.list(caller.tenant(), staffId, request);
    }

    /**
     * Enters when somebody is on duty.
     *
     * @param caller who asks
     * @param staffId the person
     * @param span when
     * @return the row
     */
    public SpanRow enter(Caller caller, String staffId, Span span) {
        permissions.require(caller, "create-duty-span", staffId);
        staff.get(caller, staffId);
        Given given = new Given();
        Moments moments = new Moments(given, clock.instant());
        Optional<Instant> start = moments.any("/start_at", span.start());
        Optional<Instant> end = moments.any("/end_at", span.end());
        if (start.isPresent() && end.isPresent()) {
            requireLength(given, Duration.between(start.get(), end.get()));
        }
        given.end();
        OnDuty time =
                new OnDuty(new TimeSpan(start.orElseThrow(), end.orElseThrow()), span.onCall());
        SpanRow row = new SpanRow(Ids.next("dn"), staffId, time);
        spans.add(caller.tenant(), row, clock.instant());
        audit.accepted(caller, "create-duty-span", row.id(), Map.of("staff_id", staffId));
        return row;
    }

    private static void requireLength(Given given, Duration length) {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            given.wrong(
                    "/end_at",
                    FieldCode.OUT_OF_RANGE,
                    "expected",
                    "after start_at, by at most " + LONGEST.toDays() + " days");
        }
    }

    /**
     * Withdraws a span.
     *
     * @param caller who asks
     * @param span the person and the span
     */
    public void withdraw(Caller caller, Key span) {
        permissions.require(caller, "withdraw-duty-span", span.id());
        if (!spans.withdraw(caller.tenant(), span, clock.instant())) {
            throw Fault.notFound(span.id());
        }
        Map<String, String> facts = Map.of("staff_id", span.staffId());
        audit.accepted(caller, "withdraw-duty-span", span.id(), facts);
    }

    /**
     * Lists a person's spans by begin.
     *
     * @param caller who asks
     * @param staffId the person
     * @param endsAfter only those that end later; null for all
     * @param request which page
     * @return the page
     */
    public Page<SpanRow> spans(
            Caller caller, String staffId, @Nullable Instant endsAfter, PageRequest request) {
        staff.get(caller, staffId);
        Given given = new Given();
        Optional<Instant> after = new Moments(given, clock.instant()).any("ends_after", endsAfter);
        given.end();
        return spans.list(caller.tenant(), staffId, after.orElse(Instant.EPOCH), request);
    }
}
