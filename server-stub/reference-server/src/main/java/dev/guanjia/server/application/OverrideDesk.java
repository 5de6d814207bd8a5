package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.RuleOverride;
import dev.guanjia.organisation.segregation.SegregatedPair;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.SegregationDesk.Filter;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.SegregationStore;
import dev.guanjia.server.store.SegregationStore.OverrideRow;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.TenantStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Rules of segregation that are lifted for one person and a time. */
@Service
public class OverrideDesk {

    private static final String CREATE = "create-segregation-override";

    private final Clerk clerk;
    private final SegregationBook book;
    private final SegregationStore store;
    private final CompanyRules company;
    private final StaffStore staff;
    private final TenantStore tenants;
    private final Clock clock;

    OverrideDesk(
            Clerk clerk,
            SegregationBook book,
            SegregationStore store,
            CompanyRules company,
            StaffStore staff,
            TenantStore tenants,
            Clock clock) {
        this.clerk = clerk;
        this.book = book;
        this.store = store;
        this.company = company;
        this.staff = staff;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Whether an override holds on a day. */
    public enum Standing {
        /** It has not begun. */
        TO_COME,
        /** It holds. */
        LIVE,
        /** It has ended. */
        EXPIRED
    }

    /**
     * An override, looked at on a day.
     *
     * @param row the override
     * @param standing whether it holds then
     */
    public record Seen(OverrideRow row, Standing standing) {

        /**
         * Looks at an override.
         *
         * @param row the override
         * @param day the day
         * @return what it is then
         */
        public static Seen on(OverrideRow row, LocalDate day) {
            RuleOverride lifted = row.override();
            Standing begun = lifted.isLive(day) ? Standing.LIVE : Standing.EXPIRED;
            return new Seen(row, day.isBefore(lifted.first()) ? Standing.TO_COME : begun);
        }
    }

    /**
     * An override as it was given.
     *
     * @param staffId for whom
     * @param pair the rule and its pair
     * @param reason why
     * @param from the first day
     * @param to the first day on which it no longer holds
     */
    public record Draft(
            String staffId, SegregatedPair pair, String reason, LocalDate from, LocalDate to) {}

    /**
     * Lifts a rule; the caller approves it in the acting post.
     *
     * @param caller the approver
     * @param draft for whom, which pair, why, how long
     * @return the override
     */
    public Seen create(Caller caller, Draft draft) {
        clerk.admit(caller, CREATE, draft.staffId());
        RuleOverride wanted = read(caller, draft);
        tenants.lock(caller.tenant());
        Holdings approver = book.mandatesOf(caller.tenant(), caller.staffId()).holdings();
        Ruling.unlessRefused(
                book.of(caller.tenant())
                        .override(wanted, company.template(caller.tenant()), approver),
                new Breach(CREATE, draft.staffId()));
        OverrideRow row = new OverrideRow(Ids.next("so"), wanted);
        store.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts =
                Map.of(
                        "staff", draft.staffId(),
                        "pair", wanted.pair().toString(),
                        "first", wanted.first().toString(),
                        "last", wanted.last().toString());
        clerk.done(caller, CREATE, row.id(), facts);
        return Seen.on(row, LocalDate.now(clock));
    }

    private RuleOverride read(Caller caller, Draft draft) {
        Given given = new Given();
        if (staff.lock(caller.tenant(), draft.staffId()).isEmpty()) {
            given.unknown("/staff_id", draft.staffId());
        }
        given.text("/reason", draft.reason());
        GivenDays.require(given, draft.from(), draft.to());
        given.end();
        return new RuleOverride(
                new StaffId(draft.staffId()),
                draft.pair(),
                clerk.actor(caller),
                draft.reason(),
                LocalDate.now(clock),
                draft.from(),
                draft.to().minusDays(1));
    }

    /**
     * The pair of a draft.
     *
     * @param rule the rule
     * @param left the key on its left side
     * @param right the key on its right side
     * @return the pair, of keys that follow the document's pattern
     */
    public static SegregatedPair pair(String rule, String left, String right) {
        return new SegregatedPair(rule, new SegregationKey(left), new SegregationKey(right));
    }

    /**
     * Lists overrides by first day.
     *
     * @param caller who asks
     * @param filter which, on which day
     * @param request which page
     * @return the page
     */
    public Page<Seen> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        Optional<Standing> standing =
                Optional.ofNullable(filter.standing())
                        .flatMap(text -> given.known("standing", text, Standing.class));
        given.end();
        LocalDate day = filter.day() == null ? LocalDate.now(clock) : filter.day();
        List<Seen> all =
                store.overrides(caller.tenant()).stream()
                        .filter(row -> isOf(row, filter))
                        .map(row -> Seen.on(row, day))
                        .filter(seen -> standing.filter(s -> s != seen.standing()).isEmpty())
                        .toList();
        return Page.slice(all, request, OverrideDesk::key);
    }

    private static boolean isOf(OverrideRow row, Filter filter) {
        return filter.staffId() == null || row.override().staff().value().equals(filter.staffId());
    }

    private static String key(Seen seen) {
        return PageRequest.join(seen.row().override().first().toString(), seen.row().id());
    }
}
