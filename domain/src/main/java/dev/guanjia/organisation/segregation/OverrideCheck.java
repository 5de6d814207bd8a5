package dev.guanjia.organisation.segregation;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.PostKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against an override. */
record OverrideCheck(Segregation standing, OrganisationTemplate company, Holdings holdings) {

    List<Refusal> reasons(RuleOverride wanted) {
        Optional<SegregationRule> rule = standing.rules().find(wanted.pair().rule());
        if (rule.filter(found -> names(found, wanted.pair())).isEmpty()) {
            return List.of(unknown(wanted.pair()));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (wanted.approver().staff().equals(wanted.staff())) {
            reasons.add(
                    SegregationRefusal.OVERRIDE_FOR_ONESELF.because(
                            "staff", wanted.staff().value(), "rule", wanted.pair().rule()));
        }
        rule.flatMap(found -> byApprover(found, wanted)).ifPresent(reasons::add);
        if (wanted.first().isBefore(wanted.approvedOn())) {
            reasons.add(
                    SegregationRefusal.OVERRIDE_BACKDATED.because(
                            "first", wanted.first().toString(),
                            "approvedOn", wanted.approvedOn().toString()));
        }
        if (standing.overrides().rows().stream().anyMatch(wanted::overlaps)) {
            reasons.add(overlap(wanted));
        }
        return reasons;
    }

    private static boolean names(SegregationRule rule, SegregatedPair pair) {
        return rule.sides().left().contains(pair.left())
                && rule.sides().right().contains(pair.right());
    }

    private Optional<Refusal> byApprover(SegregationRule rule, RuleOverride wanted) {
        if (rule.overriddenBy().isEmpty()) {
            return Optional.of(
                    SegregationRefusal.OVERRIDE_NOT_ALLOWED.because(
                            "rule", rule.id(), "source", rule.source()));
        }
        PostKey permitted = rule.overriddenBy().map(company::post).orElseThrow();
        Actor approver = wanted.approver();
        boolean entitled =
                approver.post().equals(permitted)
                        && holdings.isHeld(approver.staff(), permitted, wanted.approvedOn());
        return Optional.of(
                        SegregationRefusal.OVERRIDE_WITHOUT_AUTHORITY.because(
                                "staff", approver.staff().value(),
                                "post", approver.post().value(),
                                "permitted", permitted.value()))
                .filter(refusal -> !entitled);
    }

    private static Refusal unknown(SegregatedPair pair) {
        return SegregationRefusal.SEGREGATION_RULE_UNKNOWN.because(
                "rule", pair.rule(),
                "left", pair.left().value(),
                "right", pair.right().value());
    }

    private static Refusal overlap(RuleOverride wanted) {
        return SegregationRefusal.OVERRIDE_OVERLAPS.because(
                "staff", wanted.staff().value(),
                "rule", wanted.pair().rule(),
                "first", wanted.first().toString(),
                "last", wanted.last().toString());
    }
}
