package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.settlement.Prepayment;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.KeptPaymentStore;
import dev.guanjia.server.store.PrepaymentRuleStore;
import dev.guanjia.server.store.PrepaymentRuleStore.RuleRow;
import dev.guanjia.server.store.UnitStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is kept for charges to come, and how it is used. */
@Service
public class PrepaymentDesk {

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenCharges open;
    private final UnitStore units;
    private final PrepaymentUsing using;
    private final KeptPaymentStore store;
    private final PrepaymentRuleStore rules;

    PrepaymentDesk(
            Clerk clerk,
            BusinessTime times,
            OpenCharges open,
            UnitStore units,
            PrepaymentUsing using,
            KeptPaymentStore store,
            PrepaymentRuleStore rules) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.units = units;
        this.using = using;
        this.store = store;
        this.rules = rules;
    }

    /**
     * What one payer has left for one fee item of a unit.
     *
     * @param payer whose it is
     * @param item the only item that it serves; null for any
     * @param balance more than zero
     */
    public record Balance(Payer payer, @Nullable FeeItemId item, Money balance) {

        private String key() {
            return PageRequest.join(payer.toString(), item == null ? "" : item.value());
        }

        private Balance plus(Balance other) {
            return new Balance(payer, item, balance.plus(other.balance()));
        }
    }

    /**
     * Lists what is kept for a unit.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param request which page
     * @return by payer and fee item
     */
    public Page<Balance> list(Caller caller, String unitId, PageRequest request) {
        if (units.find(caller.tenant(), unitId).isEmpty()) {
            throw Fault.notFound(unitId);
        }
        Map<String, Balance> sums = new TreeMap<>();
        for (Prepayment kept : store.kept(caller.tenant(), unitId)) {
            Balance one = new Balance(kept.payer(), kept.item(), kept.left());
            sums.merge(one.key(), one, Balance::plus);
        }
        return Page.slice(List.copyOf(sums.values()), request, Balance::key);
    }

    /**
     * Uses what is kept for a unit.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param usedOn the day
     * @return what was used
     */
    public List<PrepaymentRule.Use> use(Caller caller, String unitId, LocalDate usedOn) {
        clerk.admit(caller, "use-prepayments", unitId);
        if (!open.lock(caller.tenant(), unitId)) {
            throw Fault.notFound(unitId);
        }
        Given given = new Given();
        given.day("/used_on", usedOn);
        given.end();
        times.require(usedOn);
        PrepaymentRule rule = using.rule(caller.tenant(), usedOn);
        List<PrepaymentRule.Use> uses =
                using.use(
                        caller,
                        unitId,
                        rule == PrepaymentRule.ON_REQUEST ? PrepaymentRule.OLDEST_FIRST : rule,
                        usedOn);
        clerk.done(caller, "use-prepayments", unitId, Map.of("uses", String.valueOf(uses.size())));
        return uses;
    }

    /**
     * Sets how prepayments are used from a day on.
     *
     * @param caller who asks
     * @param name of the rule
     * @param from the first day
     * @return the rule
     */
    public RuleRow set(Caller caller, String name, LocalDate from) {
        clerk.admit(caller, "create-prepayment-rule", name);
        Given given = new Given();
        Optional<PrepaymentRule> rule = given.known("/rule", name, PrepaymentRule.class);
        given.day("/from", from);
        given.end();
        RuleRow row = new RuleRow(Ids.next("pu"), rule.orElseThrow(), from);
        if (!rules.add(caller.tenant(), row, caller.staffId(), clerk.now())) {
            throw PaymentRefusal.PREPAYMENT_RULE_TAKEN.with(Map.of("from", from.toString()));
        }
        clerk.done(
                caller,
                "create-prepayment-rule",
                row.id(),
                Map.of("rule", name, "from", from.toString()));
        return row;
    }

    /**
     * Lists the rules.
     *
     * @param caller who asks
     * @param request which page
     * @return by first day
     */
    public Page<RuleRow> rules(Caller caller, PageRequest request) {
        return rules.list(caller.tenant(), request);
    }
}
