package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By which ways matters come in, over HTTP. */
class ChannelTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api ASSISTANT = COMPANY.assistant;
    private static final Api ADMINISTRATOR = COMPANY.server.asAdministrator();

    @Test
    void anUnknownChannelIsRefusedWhereverItIsNamed() {
        Reply one = order("HOTLINEE");
        assertThat(one.expect(400).text("/errors/0/pointer")).isEqualTo("/channel");
        String header = "source_reference,kind,community_id,title,channel,received_at\n";
        String line = "C-1,REPAIR,%s,x,HOTLINEE,%s\n";
        String file = header + line.formatted(COMPANY.community.id(), WorkOrderCompany.FRIDAY);
        Reply read =
                COMPANY.supervisor.with("Content-Type", "text/csv").post("/work-order-files", file);
        assertThat(read.expect(400).body()).contains("/channel", "HOTLINEE");
        Reply taken =
                COMPANY.supervisor.post(
                        "/work-order-imports",
                        """
                        {"kind": "REPAIR", "community_id": "%s", "as_of": "%s", "rows": [
                         {"source_reference": "C-2", "title": "x", "channel": "HOTLINEE",
                          "received_at": "%s"}]}
                        """
                                .formatted(
                                        COMPANY.community.id(),
                                        WorkOrderCompany.FRIDAY,
                                        WorkOrderCompany.FRIDAY));
        assertThat(taken.expect(400).text("/errors/0/pointer")).isEqualTo("/rows/0/channel");
    }

    @Test
    void aCompanyAddsAChannelAndGivesItUp() {
        order("LOBBY_ROBOT").expect(400);
        set("LOBBY_ROBOT", "2026-03-06", true).expect(201);
        Reply order = order("LOBBY_ROBOT").expect(201);
        assertThat(order.text("/channel")).isEqualTo("LOBBY_ROBOT");
        set("LOBBY_ROBOT", "2026-03-06", false).expectProblem(409, "channel-set-from-that-day");
        set("LOBBY_ROBOT", "2026-03-07", false).expect(201);
        order("LOBBY_ROBOT").expect(201);
        String then = "/channels?limit=200&as_of=2026-03-0";
        assertThat(ASSISTANT.get(then + "6T08:00:00Z").body()).contains("LOBBY_ROBOT");
        assertThat(ASSISTANT.get(then + "7T08:00:00Z").body())
                .doesNotContain("LOBBY_ROBOT")
                .contains("GM_HOTLINE");
        ASSISTANT
                .post("/channels", body("X", "2026-03-06", true))
                .expectProblem(403, "command-not-permitted");
    }

    private static Reply order(String channel) {
        return ASSISTANT.post(
                "/work-orders",
                COMPANY.body("REPAIR", "", WorkOrderCompany.FRIDAY).replace("HOTLINE", channel));
    }

    private static Reply set(String channel, String from, boolean used) {
        return ADMINISTRATOR.post("/channels", body(channel, from, used));
    }

    private static String body(String channel, String from, boolean used) {
        return """
        {"channel": "%s", "label": {"zh": "机器人", "en": "Robot"}, "used": %s, "from": "%s"}
        """
                .formatted(channel, used, from);
    }
}
