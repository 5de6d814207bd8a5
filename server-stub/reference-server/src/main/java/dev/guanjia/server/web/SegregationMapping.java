package dev.guanjia.server.web;

import dev.guanjia.organisation.segregation.RuleOverride;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.Violation;
import dev.guanjia.server.api.model.Keeping;
import dev.guanjia.server.api.model.SegregationOverride;
import dev.guanjia.server.api.model.SegregationOverrideCreate;
import dev.guanjia.server.api.model.SegregationRule;
import dev.guanjia.server.api.model.SegregationRuleCreate;
import dev.guanjia.server.api.model.SegregationViolation;
import dev.guanjia.server.application.OverrideDesk;
import dev.guanjia.server.application.OverrideDesk.Seen;
import dev.guanjia.server.application.SegregationDesk.Finding;
import dev.guanjia.server.store.KeepingStore.KeepingRow;
import dev.guanjia.server.store.SegregationStore.Pair;
import dev.guanjia.server.store.SegregationStore.RuleRow;
import java.time.LocalDate;
import java.util.List;

/** What is kept apart, on the wire. */
final class SegregationMapping {

    private SegregationMapping() {}

    static RuleRow row(SegregationRuleCreate body) {
        return new RuleRow(
                body.getId(),
                body.getLabel().getZh(),
                body.getLabel().getEn(),
                new Pair(body.getKind(), body.getLeft(), body.getRight()),
                body.getEffect(),
                body.getOverriddenBy(),
                body.getFrom());
    }

    static SegregationRule rule(dev.guanjia.organisation.segregation.SegregationRule rule) {
        return new SegregationRule(
                        rule.id(),
                        Wire.label(rule.label()),
                        rule.sides().kind().name(),
                        keys(rule.sides().left()),
                        keys(rule.sides().right()),
                        rule.effect().name(),
                        rule.from(),
                        rule.source())
                .overriddenBy(rule.overriddenBy().map(role -> role.value()).orElse(null));
    }

    private static List<String> keys(List<SegregationKey> keys) {
        return keys.stream().map(SegregationKey::value).toList();
    }

    /** A finding as it stood on a day. */
    static SegregationViolation violation(Finding finding, LocalDate day) {
        Violation found = finding.violation();
        return new SegregationViolation(
                        found.staff().value(),
                        found.pair().rule(),
                        found.pair().left().value(),
                        found.pair().right().value(),
                        found.since(),
                        found.standing().name())
                .override(finding.override().map(row -> override(Seen.on(row, day))).orElse(null));
    }

    static OverrideDesk.Draft draft(SegregationOverrideCreate body) {
        return new OverrideDesk.Draft(
                body.getStaffId(),
                OverrideDesk.pair(body.getRule(), body.getLeft(), body.getRight()),
                body.getReason(),
                body.getFrom(),
                body.getTo());
    }

    static SegregationOverride override(Seen seen) {
        RuleOverride lifted = seen.row().override();
        return new SegregationOverride(
                seen.row().id(),
                lifted.staff().value(),
                lifted.pair().rule(),
                lifted.pair().left().value(),
                lifted.pair().right().value(),
                lifted.reason(),
                lifted.approver().staff().value(),
                lifted.approver().post().value(),
                lifted.approvedOn(),
                lifted.first(),
                lifted.last().plusDays(1),
                seen.standing().name());
    }

    static Keeping keeping(KeepingRow row) {
        return new Keeping(row.id(), row.staffId(), row.thing(), row.from()).to(row.to());
    }
}
