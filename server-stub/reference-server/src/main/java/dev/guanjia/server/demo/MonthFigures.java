package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Pages;
import dev.guanjia.client.model.BillRunSkip;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.DutyOccurrence;
import dev.guanjia.client.model.PaidWork;
import dev.guanjia.client.model.PatrolConformity;
import dev.guanjia.client.model.Payment;
import dev.guanjia.client.model.QualityResult;
import dev.guanjia.client.model.SlowDuty;
import dev.guanjia.client.model.TrialBalance;
import dev.guanjia.client.model.TrialBalanceLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what the server says of the month, under the names of {@code demo-expected.csv}. */
final class MonthFigures {

    private static final List<Integer> SHOWN_UNITS = List.of(0, DemoPlan.LATE_UNIT, 1_199);

    private final SortedMap<String, String> figures = new TreeMap<>();
    private final Guanjia client;
    private final DemoPlan plan;

    MonthFigures(Guanjia client, DemoPlan plan) {
        this.client = client;
        this.plan = plan;
    }

    Figures figures() {
        return new Figures(figures);
    }

    void units(LoadedCommunity community) {
        long count =
                Pages.iterate(
                                cursor ->
                                        client.registry()
                                                .listUnits(community.id(), null, 200, cursor))
                        .stream()
                        .count();
        figures.put("units", String.valueOf(count));
    }

    void charges(LoadedCommunity community, List<Charge> charges) {
        BigDecimal total = BigDecimal.ZERO;
        for (Charge charge : charges) {
            total = total.add(charge.getAmount().getAmount());
            count("charges." + charge.getFeeItem());
        }
        figures.put("charged", total.toPlainString());
        for (int index : SHOWN_UNITS) {
            String id = community.unitId(plan.unit(index));
            charges.stream()
                    .filter(charge -> charge.getUnitId().equals(id))
                    .forEach(
                            charge -> put(unitName(index, charge), charge.getAmount().getAmount()));
        }
    }

    private static String unitName(int index, Charge charge) {
        return "unit-%04d.%s".formatted(index, charge.getFeeItem());
    }

    void skips(String run) {
        for (BillRunSkip skip :
                Pages.iterate(cursor -> client.billing().listBillRunSkips(run, 200, cursor))) {
            count("skipped." + skip.getReason().getCode());
        }
    }

    /** Counts what came in during the month. */
    void payments() {
        for (Payment payment :
                Pages.iterate(
                        cursor ->
                                client.billing()
                                        .listPayments(
                                                null,
                                                DemoPlan.MONTH.atDay(1),
                                                DemoPlan.MONTH.atEndOfMonth(),
                                                200,
                                                cursor))) {
            count("payments");
            highest("last-receipt", Long.parseLong(payment.getReceiptNo()));
        }
    }

    void latePayment(Payment payment) {
        put("late-payment", payment.getAmount().getAmount());
    }

    void books(TrialBalance balance) {
        for (TrialBalanceLine line : balance.getLines()) {
            String name = "trial-balance." + line.getAccount();
            put(name + ".debit", line.getDebit().getAmount());
            put(name + ".credit", line.getCredit().getAmount());
            if (line.getAccount().equals("1122")) {
                put("arrears", line.getClosing().getAmount());
            }
        }
        put("trial-balance.total", balance.getTotalDebit().getAmount());
    }

    void objectives(List<QualityResult> results) {
        for (QualityResult result : results) {
            String id = result.getObjectiveId();
            figures.put(id + ".numerator", plain(result.getNumerator()));
            figures.put(id + ".denominator", plain(result.getDenominator()));
            figures.put(id + ".verdict", result.getVerdict());
        }
    }

    void slowest(List<SlowDuty> slowest) {
        for (int rank = 0; rank < 2; rank++) {
            SlowDuty duty = slowest.get(rank);
            String value = duty.getDutyId() + " " + duty.getMarginSeconds();
            figures.put("slowest-duty." + (rank + 1), value);
        }
    }

    void day(List<DutyOccurrence> occurrences) {
        for (DutyOccurrence occurrence : occurrences) {
            count("day." + occurrence.getPost() + "." + occurrence.getStanding());
        }
        occurrences.stream()
                .filter(occurrence -> occurrence.getEscalation() != null)
                .forEach(
                        occurrence ->
                                figures.put(
                                        "day.escalated." + occurrence.getDutyId(),
                                        occurrence.getEscalation().getTo()));
    }

    private void count(String name) {
        figures.merge(name, "1", (old, one) -> String.valueOf(Integer.parseInt(old) + 1));
    }

    private void highest(String name, long value) {
        long before = Long.parseLong(figures.getOrDefault(name, "0"));
        figures.put(name, String.valueOf(Math.max(before, value)));
    }

    private void put(String name, BigDecimal value) {
        figures.put(name, value.toPlainString());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    void complaint(List<String> states) {
        figures.put("complaint.states", String.join(" ", states));
    }

    void paidRepair(PaidWork work) {
        figures.put("paid-repair.charged", work.getCharged().getAmount().toPlainString());
        figures.put("paid-repair.open", work.getOpen().getAmount().toPlainString());
    }

    void patrols(PatrolConformity night) {
        figures.put("patrols.missing", String.valueOf(night.getMissing()));
    }

    void fees(Map<String, String> told) {
        figures.putAll(told);
    }
}
