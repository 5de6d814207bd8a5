package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ReportRuleStore;
import dev.guanjia.server.store.ReportRuleStore.RuleRow;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which posts owe which reports. */
@Service
public class ReportRuleDesk {

    private final Planning planning;
    private final ReportBook book;
    private final ReportRuleStore store;

    ReportRuleDesk(Planning planning, ReportBook book, ReportRuleStore store) {
        this.planning = planning;
        this.book = book;
        this.store = store;
    }

    /**
     * What is said of a rule.
     *
     * @param kind which report
     * @param post the post that owes it
     * @param daysAfter how many days after the period it is in time
     * @param from the first day
     */
    public record Draft(String kind, String post, int daysAfter, LocalDate from) {}

    /**
     * Lets a post owe a report.
     *
     * @param caller who asks
     * @param draft what is said
     * @return the rule
     */
    public RuleRow create(Caller caller, Draft draft) {
        Breach attempt = new Breach("create-report-rule", "report-rules");
        planning.admit(caller, attempt);
        Given given = new Given();
        if (book.kind(draft.kind()).isEmpty()) {
            given.unknown("/kind", draft.kind());
        }
        boolean possible = given.day("/from", draft.from()).isPresent();
        PostKey post = new PostKey(draft.post());
        if (possible && !planning.staffing(caller).knows(post, draft.from())) {
            given.unknown("/post", draft.post());
        }
        given.end();
        RuleRow row =
                new RuleRow(
                        Ids.next("rr"),
                        draft.kind(),
                        draft.post(),
                        draft.daysAfter(),
                        draft.from());
        Map<String, String> facts =
                Map.of("kind", row.kind(), "post", row.post(), "from", row.from().toString());
        if (!store.add(caller.tenant(), row)) {
            throw PlanningRefusal.REPORT_RULE_TWICE.with(facts);
        }
        planning.done(caller, attempt, row.id(), facts);
        return row;
    }

    /**
     * Lists rules by kind, post and first day.
     *
     * @param caller who asks
     * @param post of this post; null for any
     * @param request which page
     * @return the page
     */
    public Page<RuleRow> list(Caller caller, @Nullable String post, PageRequest request) {
        return store.list(caller.tenant(), post, request);
    }
}
