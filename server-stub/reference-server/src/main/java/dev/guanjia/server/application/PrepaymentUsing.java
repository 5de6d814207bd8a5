package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Prepayment;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.ChargeMovement;
import dev.guanjia.server.store.ChargeMovementStore;
import dev.guanjia.server.store.KeptPaymentStore;
import dev.guanjia.server.store.PrepaymentRuleStore;
import dev.guanjia.server.store.PrepaymentRuleStore.RuleRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is kept for a unit settles its open charges, payer by payer, by the company's rule. */
@Component
class PrepaymentUsing {

    private final OpenCharges open;
    private final KeptPaymentStore store;
    private final PrepaymentRuleStore rules;
    private final ChargeMovementStore movements;
    private final Postings postings;

    PrepaymentUsing(
            OpenCharges open,
            KeptPaymentStore store,
            PrepaymentRuleStore rules,
            ChargeMovementStore movements,
            Postings postings) {
        this.open = open;
        this.store = store;
        this.rules = rules;
        this.movements = movements;
        this.postings = postings;
    }

    /** The rule of a day; the oldest prepayment first where the company has set none. */
    PrepaymentRule rule(String tenant, LocalDate day) {
        return rules.on(tenant, day).map(RuleRow::rule).orElse(PrepaymentRule.OLDEST_FIRST);
    }

    /**
     * Answers 409 if what is kept for the units of a run came in a month that is closed: none is
     * used before it came. Keeps those months open.
     */
    void require(Caller caller, String runId, LocalDate day) {
        if (rule(caller.tenant(), day) != PrepaymentRule.ON_REQUEST) {
            store.later(caller.tenant(), runId, YearMonth.from(day))
                    .forEach(month -> postings.require(caller, month));
        }
    }

    /** Uses what is kept for units that have new charges; all of them are locked. */
    void enter(Caller caller, Collection<String> unitIds, LocalDate day) {
        if (rule(caller.tenant(), day) != PrepaymentRule.ON_REQUEST) {
            store.keeping(caller.tenant(), unitIds).forEach(unit -> bound(caller, unit, day));
        }
    }

    /** Uses what is kept for a unit that has new charges and is locked, by the rule of the day. */
    void bound(Caller caller, String unitId, LocalDate day) {
        PrepaymentRule rule = rule(caller.tenant(), day);
        if (rule != PrepaymentRule.ON_REQUEST) {
            use(caller, unitId, rule, day);
        }
    }

    /** Uses what is kept for a unit that the caller has locked. */
    List<PrepaymentRule.Use> use(Caller caller, String unitId, PrepaymentRule rule, LocalDate day) {
        Map<Payer, List<Prepayment>> kept =
                store.kept(caller.tenant(), unitId).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Prepayment::payer, TreeMap::new, Collectors.toList()));
        List<PrepaymentRule.Use> all = new ArrayList<>();
        kept.forEach(
                (payer, money) ->
                        all.addAll(rule.apply(money, open.of(caller.tenant(), unitId, payer))));
        if (!all.isEmpty()) {
            keep(caller, all, used(day, kept));
        }
        return all;
    }

    /** No money is used before it came. */
    private static LocalDate used(LocalDate day, Map<Payer, List<Prepayment>> kept) {
        return kept.values().stream()
                .flatMap(List::stream)
                .map(Prepayment::paidOn)
                .filter(paid -> paid.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    private void keep(Caller caller, List<PrepaymentRule.Use> uses, LocalDate day) {
        postings.prepaymentUsed(caller, Ids.next("px"), uses, day);
        movements.add(
                caller.tenant(),
                uses.stream()
                        .map(
                                use ->
                                        new ChargeMovement(
                                                use.part().charge(),
                                                day,
                                                ChargeMovement.Kind.PREPAYMENT_USED,
                                                use.part().amount(),
                                                use.payment().value()))
                        .toList());
    }
}
