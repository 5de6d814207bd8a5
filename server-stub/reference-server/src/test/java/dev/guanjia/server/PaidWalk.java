package dev.guanjia.server;

import java.util.List;

/** An order on its way, which the worker took at 09:10. */
final class PaidWalk {

    private final Api assistant;
    private final Api worker;
    private final String id;
    private final String month;
    private String tag = "";

    /** An order of that kind and month, on the third day of it. */
    PaidWalk(Estate where, List<Api> people, String kind, String month) {
        assistant = people.get(0);
        worker = people.get(1);
        this.month = month;
        Reply made =
                assistant.post(
                        "/work-orders",
                        """
                        {"kind": "%s", "community_id": "%s", "unit_id": "%s", "title": "水龙头",
                         "channel": "PHONE", "received_at": "%s09:00:00+08:00"}
                        """
                                .formatted(
                                        kind,
                                        where.community(),
                                        where.unit(0),
                                        in(PaidBodies.DAY)));
        id = made.expect(201).text("/id");
        step(assistant, "POOL", "09:05").expect(200);
        step(worker, "TAKE", "09:10").expect(200);
    }

    String id() {
        return id;
    }

    String path() {
        return "/work-orders/" + id;
    }

    String state() {
        return assistant.get(path()).expect(200).text("/state");
    }

    Reply step(Api who, String action, String time) {
        String etag = who.get(path()).expect(200).header("ETag");
        return who.with("If-Match", etag)
                .post(
                        path() + "/transitions",
                        "{\"action\": \"%s\", \"occurred_at\": \"%s%s:00+08:00\"}"
                                .formatted(action, in(PaidBodies.DAY), time));
    }

    /** The customer is called, and is satisfied. */
    Reply call(Api who, String time) {
        String etag = who.get(path()).expect(200).header("ETag");
        return who.with("If-Match", etag)
                .post(
                        path() + "/call-backs",
                        """
                        {"way": "PHONE", "result": "SATISFIED", "reasons": [],
                         "occurred_at": "%s%s:00+08:00"}
                        """
                                .formatted(in(PaidBodies.DAY), time));
    }

    Reply quote(String taps, String hours, String time) {
        Api who = tag.isEmpty() ? worker : worker.with("If-Match", tag);
        return seen(who.post(path() + "/quotes", in(PaidBodies.quote(taps, hours, time))));
    }

    Reply send(Api who, String what, String body) {
        String last = tag.isEmpty() ? "*" : tag;
        return seen(who.with("If-Match", last).post(path() + "/" + what, in(body)));
    }

    private String in(String body) {
        return body.replace("2025-03-", month);
    }

    private Reply seen(Reply reply) {
        if (reply.status() == 200) {
            tag = reply.header("ETag");
        }
        return reply;
    }

    Reply work() {
        return assistant.get(path() + "/paid-work").expect(200);
    }

    void accepted(Estate where) {
        String who = assistant.get("/units/" + where.unit(0)).text("/owner_id");
        quote("1", "1.5", "10:00").expect(200);
        send(assistant, "consents", PaidBodies.consent(who, "186.50", "10:30")).expect(200);
        step(worker, "ARRIVE", "11:00").expect(200);
        send(worker, "actual-work", PaidBodies.done("1", "1.5", "12:00")).expect(200);
        send(assistant, "acceptances", PaidBodies.acceptance(who, "ACCEPT", "13:00")).expect(200);
    }

    Reply refund(Api who, String amount, String method) {
        return send(who, "refunds", PaidBodies.refund(amount, method));
    }
}
