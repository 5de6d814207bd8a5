package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.model.CollectionGoal;
import dev.guanjia.client.model.CollectionGroup;
import dev.guanjia.client.model.CollectionPlanCreate;
import dev.guanjia.client.model.CollectionProgress;
import dev.guanjia.client.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * April's plan: nine tenths of the management fees in arrears, over the company, its project and
 * two teams of five buildings each.
 */
final class CollectionStep {

    private static final LocalDate LISTED = LocalDate.of(2026, 4, 1);
    private static final OffsetDateTime COUNTED = OffsetDateTime.parse("2026-04-30T20:00:00+08:00");
    private static final int PER_BUILDING = DemoPlan.UNITS / DemoPlan.BUILDINGS;
    private static final int PER_TEAM = DemoPlan.BUILDINGS / 2;

    private final Console console;
    private final Office office;

    CollectionStep(Console console, Office office) {
        this.console = console;
        this.office = office;
    }

    /** Lists what is in arrears and plans it; the plan's id. */
    String plan(LoadedCommunity community) {
        CollectionPlanCreate plan =
                new CollectionPlanCreate()
                        .communityId(community.id())
                        .name("四月清欠")
                        .from(LISTED)
                        .to(LISTED.plusDays(29))
                        .listedOn(LISTED)
                        .groups(groups(community))
                        .goals(
                                List.of(
                                        new CollectionGoal()
                                                .feeItem("PROPERTY_SERVICE")
                                                .rate(new BigDecimal("0.90"))));
        return office.as("CS_SUPERVISOR")
                .collectionPlans()
                .createCollectionPlan(key("collection-plan"), plan)
                .getId();
    }

    private static List<CollectionGroup> groups(LoadedCommunity community) {
        return List.of(
                new CollectionGroup().key("company").level("COMPANY").name("安和物业"),
                group("project", "PROJECT", "锦绣花园").above("company"),
                group("team1", "TEAM", "1–5栋")
                        .above("project")
                        .buildingIds(buildings(community, 0)),
                group("team2", "TEAM", "6–10栋")
                        .above("project")
                        .buildingIds(buildings(community, PER_TEAM)));
    }

    private static CollectionGroup group(String key, String level, String name) {
        return new CollectionGroup().key(key).level(level).name(name);
    }

    private static List<String> buildings(LoadedCommunity community, int first) {
        List<String> ids = new ArrayList<>();
        for (int building = first; building < first + PER_TEAM; building++) {
            ids.add(community.units().get(building * PER_BUILDING).getBuildingId());
        }
        return ids;
    }

    /** How far the plan is at the end of April. */
    void progress(String plan, Map<String, String> figures) {
        console.heading("collection.heading", COUNTED.toLocalDate());
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "",
                        console.text("column.owed"),
                        console.text("column.target"),
                        console.text("column.collected"),
                        console.text("column.missing")));
        for (CollectionProgress row :
                office.as("PROPERTY_MANAGER")
                        .collectionPlans()
                        .getCollectionPlanProgress(plan, COUNTED)
                        .getItems()) {
            String name = "collection." + row.getGroup();
            figures.put(name + ".target", plain(row.getTarget()));
            figures.put(name + ".collected", plain(row.getCollected()));
            rows.add(
                    List.of(
                            console.text(name),
                            plain(row.getDue()),
                            plain(row.getTarget()),
                            plain(row.getCollected()),
                            plain(row.getMissing())));
        }
        console.table(rows, List.of(1, 2, 3, 4));
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }
}
