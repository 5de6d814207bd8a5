package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.AgeLine;
import dev.guanjia.client.model.Ageing;
import dev.guanjia.client.model.CollectionRate;
import dev.guanjia.client.model.ControlCheck;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** What is owed by age, how much of March came in, and that the books agree at the end of May. */
final class ArrearsStep {

    private static final LocalDate LANE_SEEN = LocalDate.of(2026, 6, 1);

    private final Console console;
    private final Guanjia accountant;
    private final Map<String, String> figures;

    ArrearsStep(Console console, Guanjia accountant, Map<String, String> figures) {
        this.console = console;
        this.accountant = accountant;
        this.figures = figures;
    }

    void run(String community, String lane) {
        console.heading("arrears.heading");
        ages("ageing", community, DemoPlan.DUE.plusDays(1));
        ages("ageing.lane", lane, LANE_SEEN);
        rate(community);
        controls();
    }

    private void ages(String name, String community, LocalDate on) {
        Ageing ageing = accountant.arrears().getAgeing(community, on);
        console.say("arrears.open", on, plain(ageing.getOpen()), plain(ageing.getDeferred()));
        for (AgeLine age : ageing.getAges()) {
            if (age.getCharges() > 0) {
                figures.put(name + "." + age.getBucket(), plain(age.getAmount()));
                String label =
                        console.isChinese() ? age.getLabel().getZh() : age.getLabel().getEn();
                console.say("arrears.age", label, plain(age.getAmount()), age.getCharges());
            }
        }
        figures.put(name + ".deferred", plain(ageing.getDeferred()));
    }

    private void rate(String community) {
        LocalDate first = DemoPlan.MONTH.atDay(1);
        CollectionRate rate =
                accountant
                        .arrears()
                        .getCollectionRate(community, first, DemoPlan.MONTH.atEndOfMonth())
                        .getAllFees();
        String percent = String.valueOf(rate.getCollectedPercent());
        figures.put("collection-rate", percent);
        figures.put("collection-rate.collected", plain(rate.getCollected()));
        figures.put("collection-rate.due", plain(rate.getDue()));
        console.say(
                "arrears.rate",
                DemoPlan.MONTH,
                plain(rate.getCollected()),
                plain(rate.getDue()),
                percent);
    }

    private void controls() {
        String may = YearMonth.of(2026, 5).toString();
        for (ControlCheck check : accountant.ledger().getAccountingPeriod(may).getControlChecks()) {
            figures.put("control." + check.getAccount(), plain(check.getControlBalance()));
            figures.put("control." + check.getAccount() + ".agrees", "" + check.getAgrees());
        }
        new Report(console).controls(accountant.ledger().getAccountingPeriod(may));
    }

    private static String plain(dev.guanjia.client.model.Money money) {
        return money.getAmount().toPlainString();
    }
}
