package dev.guanjia.server;


import org.junit.jupiter.api.Test;

/** The most that an amount can be, and a little more. */
class MoneyEdgeTest {

    private static final String MOST = "92233720368547758.07";
    private static final String DAY = "2026-06-03";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void probe() {
        Estate rich = Estate.with(server, 120);
        String c = rich.community();
        say("tariff most", rich.price("SECONDARY_WATER", "1000000"));
        rich.read(120, "2026-06-25", "999999999");
        String run = rich.order("2026-06").text("/id");
        sleep();
        say("run", rich.as("CS_ASSISTANT").get("/bill-runs/" + run));
        say("charges", rich.as("CS_ASSISTANT").get("/charges?bill_run_id=" + run));
        say("confirm", rich.step(run, "CONFIRM", "2026-06-20"));
        say("report", rich.step(run, "REPORT", "2026-06-20"));
        say("enter", rich.step(run, "ENTER", "2026-06-20"));
        for (String p :
                new String[] {
                    "/communities/" + c + "/arrears?on=2026-08-01",
                    "/communities/" + c + "/arrears/ageing?on=2026-08-01",
                    "/journal-entries",
                    "/accounting-periods/2026-06/balances",
                    "/accounting-periods/2026-06"
                }) {
            say(p, rich.as("ACCOUNTANT").get(p));
        }
        say("sharedfee", rich.as("PROPERTY_MANAGER").post("/fee-items", RowBodies.SHARED_FEE));
        say("pool", rich.as("CS_ASSISTANT").post("/communities/" + c + "/pools", RowBodies.POOL.replace("10.00", "99999999999.99").replace("\"UNIT\"", "\"AREA\"")));
    }

    private static void sleep() {
        try { Thread.sleep(3000); } catch (InterruptedException e) { throw new IllegalStateException(e); }
    }

    private static void say(String what, Reply r) {
        System.out.println("PROBE " + what + " -> " + r.status() + " " + r.body().substring(0, Math.min(420, r.body().length())));
    }
}
