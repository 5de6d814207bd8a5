package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.AccountingPeriod;
import dev.guanjia.client.model.AccountingPeriodClosureCreate;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.DutyOccurrence;
import dev.guanjia.client.model.QualityResult;
import dev.guanjia.client.model.SlowDuty;
import dev.guanjia.client.model.TrialBalance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** The month from the first unit to the closed books, and what it came to. */
final class DemoMonth {

    private static final LocalDate CLOSED_ON = LocalDate.of(2026, 4, 2);
    private static final OffsetDateTime JUDGED_AT =
            OffsetDateTime.parse("2026-04-05T09:00:00+08:00");
    private static final int SLOWEST = 5;

    private final Console console;
    private final DemoPlan plan;

    DemoMonth(Console console, DemoPlan plan) {
        this.console = console;
        this.plan = plan;
    }

    /**
     * Runs the month.
     *
     * @param door makes a client from a token
     * @param administratorToken opens the first door
     * @return the figures the server arrived at
     */
    Figures run(Function<String, Guanjia> door, String administratorToken) {
        OpeningStep opening = new OpeningStep(console, plan);
        opening.company(door.apply(administratorToken));
        Office office = Office.open(door, administratorToken);
        LoadedCommunity community = opening.community(office.as("PROPERTY_MANAGER"));
        Guanjia accountant = office.as("ACCOUNTANT");
        MonthFigures figures = new MonthFigures(accountant, plan);

        BillingStep billing = new BillingStep(console, plan, office);
        billing.readMeters(community);
        BillRun run = billing.bill(community);
        new WaiverStep(console, plan, office).run(community, billing.charges(run.getId()));
        PaymentStep payments = new PaymentStep(console, plan, office);
        payments.takeAll(community, billing.charges(run.getId()));
        String complaint = new RequestStep(console, plan, office).handleAll(community);
        new SurveyStep(plan, office).run(community);
        new DutyStep(console, plan, office).performAll();

        AccountingPeriod closed = close(accountant);
        String plan = new CollectionStep(console, office).plan(community);
        figures.latePayment(payments.takeLate(community));
        figures.units(community);
        figures.charges(community, billing.charges(run.getId()));
        figures.skips(run.getId());
        figures.payments();
        report(accountant, closed, figures);
        Guanjia manager = office.as("PROPERTY_MANAGER");
        figures.complaint(new ComplaintStory(console, manager).tell(complaint, JUDGED_AT));
        figures.paidRepair(new PaidRepairStep(console, office).run(community));
        figures.patrols(new PatrolStep(console, office).run(community.id()));
        figures.fees(new FeesStory(console, office).tell(community, plan));
        return figures.figures();
    }

    private AccountingPeriod close(Guanjia accountant) {
        AccountingPeriodClosureCreate closure =
                new AccountingPeriodClosureCreate().closedOn(CLOSED_ON);
        String month = DemoPlan.MONTH.toString();
        AccountingPeriod closed =
                accountant.ledger().closeAccountingPeriod(month, key("close"), closure);
        console.say("closed", month);
        return closed;
    }

    private void report(Guanjia accountant, AccountingPeriod closed, MonthFigures figures) {
        String month = DemoPlan.MONTH.toString();
        TrialBalance balance = accountant.ledger().getTrialBalance(month);
        List<QualityResult> results =
                accountant.quality().listQualityResults(month, JUDGED_AT, 200, null).getItems();
        List<SlowDuty> slowest =
                accountant
                        .duties()
                        .listSlowestDuties(
                                DemoPlan.MONTH.atDay(1),
                                DemoPlan.MONTH.atEndOfMonth(),
                                SLOWEST,
                                null)
                        .getItems();
        figures.books(balance);
        figures.objectives(results);
        figures.slowest(slowest);
        List<DutyOccurrence> day = new DayStep(accountant).occurrences();
        figures.day(day);
        Report report = new Report(console);
        report.trialBalance(balance);
        report.controls(closed);
        report.objectives(results);
        report.slowest(slowest);
        report.day(DayStep.DAY, day);
    }
}
