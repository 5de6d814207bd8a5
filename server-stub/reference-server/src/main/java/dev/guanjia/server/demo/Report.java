package dev.guanjia.server.demo;

import dev.guanjia.client.model.AccountingPeriod;
import dev.guanjia.client.model.ControlCheck;
import dev.guanjia.client.model.DutyEscalation;
import dev.guanjia.client.model.DutyOccurrence;
import dev.guanjia.client.model.Label;
import dev.guanjia.client.model.Money;
import dev.guanjia.client.model.QualityResult;
import dev.guanjia.client.model.SlowDuty;
import dev.guanjia.client.model.TrialBalance;
import dev.guanjia.client.model.TrialBalanceLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Prints the closed month: the trial balance, the objectives and the slowest duties. */
final class Report {

    private final Console console;

    Report(Console console) {
        this.console = console;
    }

    void trialBalance(TrialBalance balance) {
        console.heading("report.trial-balance", balance.getPeriod());
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        console.text("column.account"),
                        "",
                        console.text("column.opening"),
                        console.text("column.debit"),
                        console.text("column.credit"),
                        console.text("column.closing")));
        for (TrialBalanceLine line : balance.getLines()) {
            rows.add(
                    List.of(
                            line.getAccount(),
                            name(line.getLabel()),
                            amount(line.getOpening()),
                            amount(line.getDebit()),
                            amount(line.getCredit()),
                            amount(line.getClosing())));
        }
        String debit = amount(balance.getTotalDebit());
        String credit = amount(balance.getTotalCredit());
        rows.add(List.of(console.text("column.total"), "", "", debit, credit, ""));
        console.table(rows, List.of(2, 3, 4, 5));
    }

    void controls(AccountingPeriod period) {
        for (ControlCheck check : period.getControlChecks()) {
            console.say(
                    Boolean.TRUE.equals(check.getAgrees()) ? "control.agrees" : "control.differs",
                    check.getAccount(),
                    amount(check.getControlBalance()),
                    amount(check.getSubLedgerBalance()));
        }
    }

    void objectives(List<QualityResult> results) {
        console.heading("report.objectives");
        List<List<String>> rows = new ArrayList<>();
        for (QualityResult result : results) {
            String percent = result.getPercent() == null ? "–" : result.getPercent() + " %";
            rows.add(
                    List.of(
                            result.getObjectiveId(),
                            name(result.getLabel()),
                            result.getNumerator().toPlainString(),
                            "/ " + result.getDenominator().toPlainString(),
                            percent,
                            console.text("target", result.getTargetPercent()),
                            console.text("verdict." + result.getVerdict())));
        }
        console.table(rows, List.of(2, 4));
    }

    void slowest(List<SlowDuty> slowest) {
        console.heading("report.slowest");
        List<List<String>> rows = new ArrayList<>();
        for (SlowDuty duty : slowest) {
            rows.add(
                    List.of(
                            duty.getDutyId(),
                            duty.getPost(),
                            duty.getFrom().toString(),
                            margin(duty.getMarginSeconds()),
                            name(duty.getLabel())));
        }
        console.table(rows, List.of(3));
    }

    void day(LocalDate day, List<DutyOccurrence> occurrences) {
        console.heading("report.day", day);
        List<List<String>> rows = new ArrayList<>();
        for (DutyOccurrence occurrence : occurrences) {
            rows.add(
                    List.of(
                            occurrence.getPost(),
                            occurrence.getDutyId(),
                            standing(occurrence),
                            name(occurrence.getLabel())));
        }
        console.table(rows, List.of());
    }

    private String standing(DutyOccurrence occurrence) {
        DutyEscalation escalation = occurrence.getEscalation();
        return escalation == null
                ? console.text("standing." + occurrence.getStanding())
                : console.text("standing.escalated", escalation.getTo());
    }

    private String margin(long seconds) {
        String key = seconds > 0 ? "margin.late" : "margin.early";
        long minutes = Math.abs(seconds) / 60;
        return console.text(key, minutes / 60, "%02d".formatted(minutes % 60));
    }

    private String name(Label label) {
        return console.isChinese() ? label.getZh() : label.getEn();
    }

    private static String amount(Money money) {
        return money.getAmount().toPlainString();
    }
}
