package dev.guanjia.server.demo;

import dev.guanjia.client.model.Charge;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fees after the month: a lane small enough to follow by hand, and the arrears of all. */
final class FeesStory {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private final Console console;
    private final Office office;
    private final Map<String, String> figures = new TreeMap<>();

    FeesStory(Console console, Office office) {
        this.console = console;
        this.office = office;
    }

    /**
     * Tells it.
     *
     * @param community of which the arrears are reported
     * @param plan the collection plan of its arrears of March
     * @return what it came to, by the names of {@code demo-expected.csv}
     */
    Map<String, String> tell(LoadedCommunity community, String plan) {
        console.heading("lane.heading");
        LaneStep opening = new LaneStep(office);
        LoadedCommunity lane = opening.open();
        String buyer = opening.owner("李敏");
        LaneMonths months = new LaneMonths(console, office, lane, figures);
        months.april(buyer);
        LaneCash cash = new LaneCash(console, office, lane, figures);
        cash.takeApril(buyer);
        List<Charge> may = months.bill(MAY);
        cash.prepaid();
        LaneReliefs reliefs = new LaneReliefs(console, office, figures);
        reliefs.defer(months.charge(may, 2, "PROPERTY_SERVICE", ""));
        reliefs.late(lane);
        new LaneDeposit(console, office).run(lane, figures);
        new DunningStep(console, office.as("STEWARD"), figures).run(community.id(), lane.id());
        new CollectionStep(console, office).progress(plan, figures);
        new ArrearsStep(console, office.as("ACCOUNTANT"), figures).run(community.id(), lane.id());
        return figures;
    }
}
