package dev.guanjia.server;

/** One work order on its way, with the version that was seen last. */
final class WorkOrderWalk {
    private final String id;
    private final String workerId;
    private String etag;

    WorkOrderWalk(Reply made, String workerId) {
        this.workerId = workerId;
        id = made.text("/id");
        etag = made.header("ETag");
    }

    String id() {
        return id;
    }

    /** Forgets what was seen since. */
    void see(String tag) {
        etag = tag;
    }

    String path() {
        return "/work-orders/" + id;
    }

    Reply take(Api who, String action, String when) {
        return send(who, "{\"action\": \"%s\", \"occurred_at\": \"%s\"}".formatted(action, when));
    }

    Reply take(Api who, String action, String when, String note) {
        return send(
                who,
                "{\"action\": \"%s\", \"occurred_at\": \"%s\", \"note\": \"%s\"}"
                        .formatted(action, when, note));
    }

    Reply assign(Api who, String action, String when) {
        return assignTo(workerId, who, action, when);
    }

    Reply assignTo(String assignee, Api who, String action, String when) {
        return send(
                who,
                "{\"action\": \"%s\", \"occurred_at\": \"%s\", \"assignee_id\": \"%s\"}"
                        .formatted(action, when, assignee));
    }

    /** A call of the customer; who is not satisfied says that it is not solved. */
    Reply call(Api who, String result, String when) {
        String reasons = result.equals("UNSATISFIED") ? "\"NOT_SOLVED\"" : "";
        Reply reply =
                who.with("If-Match", etag)
                        .post(
                                path() + "/call-backs",
                                """
                                {"way": "PHONE", "result": "%s", "reasons": [%s],
                                 "occurred_at": "%s"}
                                """
                                        .formatted(result, reasons, when));
        if (reply.status() == 201) {
            etag = reply.header("ETag");
        }
        return reply;
    }

    private Reply send(Api who, String body) {
        Reply reply = who.with("If-Match", etag).post(path() + "/transitions", body);
        if (reply.status() == 200) {
            etag = reply.header("ETag");
        }
        return reply;
    }
}
