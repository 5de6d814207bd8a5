package dev.guanjia.server;

/**
 * A maintenance worker who can be sent.
 *
 * @param api calls as the worker
 * @param id the staff id
 */
record DispatchCrew(Api api, String id) {

    /** Hires a worker of whom neither areas nor times are kept: only the certificate counts. */
    static DispatchCrew anywhere(RunningServer server) {
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        return new DispatchCrew(server.as(hired.text("/token")), hired.text("/staff_id"));
    }

    /** Hires a worker who covers a community. */
    static DispatchCrew in(RunningServer server, String community) {
        DispatchCrew worker = anywhere(server);
        worker.profile(server.asAdministrator(), "MAINTENANCE_WORKER", community).expect(201);
        return worker;
    }

    /** One who is at work from eight to eight on 6 March 2026, too. */
    static DispatchCrew onDuty(RunningServer server, String community) {
        return onDutyIn(server, community);
    }

    /** The same of a community or a building. */
    static DispatchCrew onDutyIn(RunningServer server, String area) {
        DispatchCrew worker = in(server, area);
        worker.duty(server.asAdministrator(), "08:00", "20:00", false).expect(201);
        return worker;
    }

    Reply profile(Api who, String post, String area) {
        return who.post(
                "/staff/" + id + "/dispatch-profiles",
                """
                {"post": "%s", "areas": ["%s"], "limit": 2, "from": "2026-03-01"}
                """
                        .formatted(post, area));
    }

    Reply duty(Api who, String start, String end, boolean onCall) {
        return who.post(
                "/staff/" + id + "/duty-spans",
                """
                {"start_at": "2026-03-06T%s:00+08:00", "end_at": "2026-03-06T%s:00+08:00",
                 "on_call": %s}
                """
                        .formatted(start, end, onCall));
    }
}
