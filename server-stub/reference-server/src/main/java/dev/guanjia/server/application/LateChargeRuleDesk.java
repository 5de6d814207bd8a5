package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.LateChargeRefusal;
import dev.guanjia.billing.latecharge.LateChargeRule;
import dev.guanjia.billing.latecharge.LateChargeRules;
import dev.guanjia.billing.latecharge.LateChargeTerms;
import dev.guanjia.money.Rational;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.LateChargeRuleStore;
import dev.guanjia.server.store.LateChargeRuleStore.RuleRow;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a company asks of those who pay late; it ships without a rule. */
@Service
public class LateChargeRuleDesk {

    private static final String COMMAND = "create-late-charge-rule";
    private static final String END = "end-late-charge-rule";

    private final CompanyFeeItems items;
    private final Clerk clerk;
    private final BillingLocks locks;
    private final LateChargeRuleStore rules;

    LateChargeRuleDesk(
            CompanyFeeItems items, Clerk clerk, BillingLocks locks, LateChargeRuleStore rules) {
        this.items = items;
        this.clerk = clerk;
        this.locks = locks;
        this.rules = rules;
    }

    /**
     * A rule as it was given.
     *
     * @param communityId where it holds; empty for the whole company
     * @param feeItem of which fee
     * @param from the first day
     * @param terms how much
     * @param source what allows it
     */
    public record Draft(
            Optional<String> communityId,
            String feeItem,
            LocalDate from,
            DraftTerms terms,
            String source) {}

    /**
     * The terms of a rule as they were given.
     *
     * @param rate a fraction
     * @param per day or month
     * @param graceDays zero or more
     * @param cap a fraction; empty for no limit
     * @param rounding what happens to less than a coin; half up if empty
     */
    public record DraftTerms(
            String rate,
            String per,
            int graceDays,
            Optional<String> cap,
            Optional<String> rounding) {}

    /**
     * Sets a rule.
     *
     * @param caller who sets it
     * @param draft what it says
     * @return the rule
     */
    public RuleRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.communityId().orElse("company"));
        LateChargeRule rule = read(caller, draft);
        String community = draft.communityId().orElse(null);
        requireRoom(caller, community, rule);
        RuleRow row = new RuleRow(Ids.next("lr"), community, rule, clerk.now());
        if (!rules.add(caller.tenant(), row, caller.staffId())) {
            // somebody was quicker: now it can be read what is in the way
            requireRoom(caller, community, rule);
        }
        Map<String, String> facts =
                Map.of("fee_item", draft.feeItem(), "from", draft.from().toString());
        clerk.done(caller, COMMAND, row.id(), facts);
        return row;
    }

    private void requireRoom(Caller caller, @Nullable String community, LateChargeRule rule) {
        Refused.unlessAccepted(
                there(caller, community).with(rule, enteredUntil(caller, community, rule)),
                refusal ->
                        refusal.code() == LateChargeRefusal.LATE_RULE_ON_LATE_CHARGES
                                ? "/fee_item"
                                : "/from");
    }

    /**
     * Lets a rule end.
     *
     * @param caller who asks
     * @param id the rule id
     * @param end the first day on which it no longer holds
     * @return the rule with its end
     */
    public RuleRow end(Caller caller, String id, LocalDate end) {
        clerk.admit(caller, END, id);
        String community = get(caller, id).communityId();
        if (community != null) {
            locks.community(caller.tenant(), community);
        }
        RuleRow row = rules.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        given.day("/to", end);
        given.end();
        LateChargeRule ended =
                Refused.unlessAccepted(
                        there(caller, community)
                                .end(row.rule(), end, enteredUntil(caller, community, row.rule())),
                        any -> "/to");
        rules.end(caller.tenant(), id, ended);
        clerk.done(caller, END, id, Map.of("to", end.toString()));
        return get(caller, id);
    }

    private LateChargeRules there(Caller caller, @Nullable String community) {
        return new LateChargeRules(LateChargeDesk.ITEM, rules.of(caller.tenant(), community));
    }

    private @Nullable LocalDate enteredUntil(
            Caller caller, @Nullable String community, LateChargeRule rule) {
        return rules.enteredUntil(caller.tenant(), community, rule).orElse(null);
    }

    private LateChargeRule read(Caller caller, Draft draft) {
        Given given = new Given();
        draft.communityId()
                .filter(id -> !locks.community(caller.tenant(), id))
                .ifPresent(id -> given.unknown("/community_id", id));
        FeeItemId item = new FeeItemId(draft.feeItem());
        if (items.of(caller.tenant()).find(item).isEmpty()) {
            given.unknown("/fee_item", draft.feeItem());
        }
        given.day("/from", draft.from());
        given.text("/source", draft.source());
        Optional<LateChargeTerms.Per> per =
                given.known("/per", draft.terms().per(), LateChargeTerms.Per.class);
        Rational rate = ratio(given, "/rate", draft.terms().rate());
        Rational cap = draft.terms().cap().map(text -> ratio(given, "/cap", text)).orElse(null);
        RoundingMode rounding = rounding(given, draft.terms().rounding());
        given.end();
        int grace = draft.terms().graceDays();
        return new LateChargeRule(
                item,
                draft.from(),
                null,
                new LateChargeTerms(rate, per.orElseThrow(), grace, cap, rounding),
                draft.source());
    }

    private static RoundingMode rounding(Given given, Optional<String> text) {
        RoundingMode mode =
                text.flatMap(name -> given.known("/rounding", name, RoundingMode.class))
                        .orElse(LateChargeTerms.STANDARD);
        if (mode == RoundingMode.UNNECESSARY) {
            given.unknown("/rounding", mode.name());
        }
        return mode;
    }

    private static Rational ratio(Given given, String pointer, String text) {
        Rational ratio = Rational.parseFraction(text);
        if (ratio.signum() <= 0) {
            given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", "more than 0");
        }
        return ratio;
    }

    /**
     * Reads a rule.
     *
     * @param caller who asks
     * @param id the rule id
     * @return the rule
     */
    public RuleRow get(Caller caller, String id) {
        return rules.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists rules by fee item, first day and id.
     *
     * @param caller who asks
     * @param communityId those of a community only
     * @param request which page
     * @return the page
     */
    public Page<RuleRow> list(Caller caller, Optional<String> communityId, PageRequest request) {
        return rules.list(caller.tenant(), communityId, request);
    }
}
