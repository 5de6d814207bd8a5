package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Refusal;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyState;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.FeedKey;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DutyFeedStore;
import dev.guanjia.server.store.DutyFeedStore.FeedRow;
import dev.guanjia.server.store.DutyFeedStore.Reader;
import dev.guanjia.server.store.DutyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Feeds of people's duties for calendar programs. */
@Service
public class DutyFeedDesk {

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 366;

    private final Permissions permissions;
    private final StaffDesk staff;
    private final DutyFeedStore feeds;
    private final Sources sources;
    private final Audit audit;
    private final Clock clock;

    DutyFeedDesk(
            Permissions permissions,
            StaffDesk staff,
            DutyFeedStore feeds,
            Sources sources,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.feeds = feeds;
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where the duties of a feed come from.
     *
     * @param book what is due
     * @param store what became of it
     * @param rules who holds which post
     */
    @Component
    record Sources(DutyBook book, DutyStore store, CompanyRules rules) {}

    /**
     * A feed just made.
     *
     * @param row what is kept of it
     * @param key its key, which is not
     */
    public record NewFeed(FeedRow row, FeedKey key) {}

    /**
     * What a feed shows.
     *
     * @param duties what the person answers for, in order
     * @param now when it was read
     */
    public record Duties(List<DutyView> duties, Instant now) {
        /** Copies the duties. */
        public Duties {
            duties = List.copyOf(duties);
        }
    }

    /**
     * Makes a feed.
     *
     * @param caller the person or the administrator
     * @param staffId whose duties
     * @param label what it is for
     * @return the feed with its key
     */
    public NewFeed create(Caller caller, String staffId, String label) {
        permissions.require(caller, "create-duty-feed", staffId);
        staff.get(caller, staffId);
        requireOwn(caller, staffId, "create-duty-feed");
        Given given = new Given();
        given.text("/label", label);
        given.end();
        FeedKey key = FeedKey.random();
        FeedRow row =
                new FeedRow(
                        Ids.next("df"),
                        0,
                        new Reader(caller.tenant(), staffId),
                        label,
                        clock.instant(),
                        null);
        feeds.add(row, key.hash());
        audit.accepted(caller, "create-duty-feed", row.id(), Map.of("staff_id", staffId));
        return new NewFeed(row, key);
    }

    /** Lists the feeds of a person, newest first. */
    public Page<FeedRow> list(Caller caller, String staffId, PageRequest request) {
        staff.get(caller, staffId);
        requireOwn(caller, staffId, "list-duty-feeds");
        return feeds.list(new Reader(caller.tenant(), staffId), request);
    }

    /** Revokes a feed. */
    public void revoke(Caller caller, String staffId, String feedId) {
        permissions.require(caller, "revoke-duty-feed", feedId);
        staff.get(caller, staffId);
        requireOwn(caller, staffId, "revoke-duty-feed");
        if (!feeds.revoke(new Reader(caller.tenant(), staffId), feedId, clock.instant())) {
            throw Fault.notFound(feedId);
        }
        audit.accepted(caller, "revoke-duty-feed", feedId, Map.of("staff_id", staffId));
    }

    private static void requireOwn(Caller caller, String staffId, String command) {
        if (!caller.administrator() && !caller.staffId().equals(staffId)) {
            Refusal reason = new Refusal(DutyRuleRefusal.NOT_OWN_FEED, Map.of("staff", staffId));
            throw Refused.lackOfAuthority(List.of(reason), new Breach(command, staffId));
        }
    }

    /**
     * Reads a feed.
     *
     * @param key the key in its address
     * @return what is due from 31 days back to 366 days ahead and was not waived
     * @throws Fault 404 for a key that is unknown or revoked, or whose person has left
     */
    public Duties read(FeedKey key) {
        FeedRow row = feeds.find(key.hash()).orElseThrow(() -> Fault.notFound("duty-feed"));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, sources.book().zone());
        if (hasLeft(row.of(), today)) {
            throw Fault.notFound("duty-feed");
        }
        feeds.read(row, now);
        DateRange range =
                DateRange.ofClosed(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        return new Duties(duties(row.of(), range, now), now);
    }

    private boolean hasLeft(Reader of, LocalDate today) {
        List<Assignment> own =
                sources.rules().assignments(of.tenant()).rows().stream()
                        .filter(row -> row.staff().value().equals(of.staffId()))
                        .toList();
        return !own.isEmpty()
                && own.stream().allMatch(row -> row.last().map(today::isAfter).orElse(false));
    }

    private List<DutyView> duties(Reader of, DateRange range, Instant now) {
        CompanyCalendar calendar = sources.book().calendar(of.tenant());
        Map<OccurrenceKey, List<DutyEvent>> events = sources.store().between(of.tenant(), range);
        DutyViews views = new DutyViews(calendar, now);
        Optional<StaffId> person = Optional.of(new StaffId(of.staffId()));
        return sources.book().occurrences(calendar, range).stream()
                .map(due -> new DutyRecord(due, events.getOrDefault(due.key(), List.of())))
                .map(views::of)
                .filter(view -> view.responsible().staff().equals(person))
                .filter(view -> view.record().state() != DutyState.WAIVED)
                .toList();
    }
}
