package dev.guanjia.server.web;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.plan.report.ExpectedReport;
import dev.guanjia.plan.report.ReportAction;
import dev.guanjia.server.api.model.Report;
import dev.guanjia.server.api.model.ReportKind;
import dev.guanjia.server.api.model.ReportRule;
import dev.guanjia.server.api.model.ReportStep;
import dev.guanjia.server.application.ReportReader.Shown;
import dev.guanjia.server.store.ReportRuleStore.RuleRow;
import dev.guanjia.workorder.level.Timeliness;
import org.jspecify.annotations.Nullable;

/** Reports on the wire. */
final class ReportMapping {

    private ReportMapping() {}

    static ReportKind kind(dev.guanjia.plan.report.ReportKind kind) {
        return new ReportKind(
                kind.id(),
                Wire.label(kind.label()),
                kind.cadence().name(),
                kind.record(),
                kind.from(),
                kind.source());
    }

    static ReportRule rule(RuleRow row) {
        return new ReportRule(row.id(), row.kind(), row.post(), row.daysAfter(), row.from());
    }

    static Report report(Shown shown) {
        ExpectedReport owed = shown.report().expected();
        Timeliness timeliness = shown.late() ? Timeliness.OVERDUE : Timeliness.ON_TIME;
        return new Report(
                        shown.id(),
                        owed.kind().id(),
                        Wire.label(owed.kind().label()),
                        owed.key().by().value(),
                        owed.to().value(),
                        owed.period().start(),
                        owed.period().end(),
                        owed.dueDay(),
                        shown.report().state().name(),
                        timeliness.name())
                .staffId(shown.staff().map(StaffId::value).orElse(null))
                .handedIn(step(shown, ReportAction.HAND_IN))
                .read(step(shown, ReportAction.READ));
    }

    private static @Nullable ReportStep step(Shown shown, ReportAction action) {
        return shown.report().steps().stream()
                .filter(step -> step.action() == action)
                .map(
                        step ->
                                new ReportStep(
                                                Wire.at(step.at()),
                                                step.actor().staff().value(),
                                                step.actor().post().value())
                                        .note(step.note().isEmpty() ? null : step.note()))
                .findFirst()
                .orElse(null);
    }
}
