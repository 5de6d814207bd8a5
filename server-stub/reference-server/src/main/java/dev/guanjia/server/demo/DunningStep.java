package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.DunningApi;
import dev.guanjia.client.model.DunningCase;
import dev.guanjia.client.model.DunningContactCreate;
import dev.guanjia.client.model.DunningRound;
import dev.guanjia.client.model.DunningRoundCreate;
import java.time.LocalDate;
import java.util.Map;

/** A round of dunning in the big community, and one case of the lane followed a step. */
final class DunningStep {

    private static final LocalDate FIRST_ROUND = LocalDate.of(2026, 4, 1);
    private static final LocalDate LANE_ROUND = LocalDate.of(2026, 5, 30);

    private final Console console;
    private final DunningApi dunning;
    private final Map<String, String> figures;

    DunningStep(Console console, Guanjia steward, Map<String, String> figures) {
        this.console = console;
        this.dunning = steward.dunning();
        this.figures = figures;
    }

    void run(String community, String lane) {
        console.heading("dunning.heading");
        figures.put("dunning.opened", round(community, FIRST_ROUND));
        figures.put("dunning.lane.opened", round(lane, LANE_ROUND));
        figures.put("dunning.lane.first", next(lane));
        DunningCase open = only(lane);
        String id = open.getId();
        DunningContactCreate told =
                new DunningContactCreate()
                        .action("NOTIFY")
                        .channel("LETTER")
                        .outcome("REACHED")
                        .note("缴费通知已送达")
                        .occurredAt(
                                LANE_ROUND.atTime(10, 0).atZone(DemoPlan.ZONE).toOffsetDateTime());
        String etag = Versioned.of(dunning.getDunningCaseWithHttpInfo(id, LANE_ROUND)).etag();
        dunning.createDunningContact(id, key("dunning", "told"), etag, told);
        figures.put("dunning.lane.then", next(lane));
    }

    private String round(String community, LocalDate on) {
        DunningRound round =
                dunning.createDunningRound(
                        community, key("dunning", on.toString()), new DunningRoundCreate().on(on));
        console.say("dunning.round", on, round.getOpened());
        return String.valueOf(round.getOpened());
    }

    private DunningCase only(String lane) {
        return dunning.listDunningCases(lane, LANE_ROUND, null, null, 200, null).getItems().get(0);
    }

    private String next(String lane) {
        DunningCase seen = only(lane);
        String overdue = seen.getNext().getOverdue().getAmount().toPlainString();
        String level = String.valueOf(seen.getNext().getLevel());
        console.say(
                "dunning.next",
                overdue,
                seen.getNext().getDaysOverdue(),
                console.text("dunning.level." + level),
                console.text("dunning.reason." + seen.getNext().getReason()));
        return String.join(
                " ",
                level,
                seen.getNext().getReason(),
                String.valueOf(seen.getNext().getDaysOverdue()),
                overdue);
    }
}
