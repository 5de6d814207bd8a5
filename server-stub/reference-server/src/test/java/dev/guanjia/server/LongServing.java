package dev.guanjia.server;

import java.util.UUID;

/** People who are in their posts longer than those of other tests. */
final class LongServing {

    private LongServing() {}

    /** Hires a person into posts from a day on; calls in the first of them. */
    static Api since(RunningServer server, String from, String... posts) {
        Api administrator = server.asAdministrator();
        String number = "L" + UUID.randomUUID().toString().substring(0, 8);
        String person =
                administrator
                        .post(
                                "/staff",
                                "{\"staff_no\": \"%s\", \"name\": \"老员工\"}".formatted(number))
                        .expect(201)
                        .text("/id");
        for (String post : posts) {
            administrator
                    .post(
                            "/staff/" + person + "/assignments",
                            "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, from))
                    .expect(201);
        }
        String token =
                administrator
                        .post("/staff/" + person + "/tokens", "{\"label\": \"test\"}")
                        .expect(201)
                        .text("/token");
        return server.as(token).inPost(posts[0]);
    }

    /** What falls to a post on one day, as text of the list. */
    static Reply occurrences(Api who, String day, String post) {
        return who.get(
                        "/duty-occurrences?from=%s&to=%s&post=%s&limit=200"
                                .formatted(day, day, post))
                .expect(200);
    }

    static Reply perform(Api who, String occurrence, String at, String record) {
        return who.post(
                "/duty-occurrences/" + occurrence + "/performances",
                """
                {"performed_at": "%s", "evidence": [{"record": "%s", "reference": "档案/1"}]}
                """
                        .formatted(at, record));
    }

    static Reply confirm(Api who, String occurrence, String at) {
        return who.post(
                "/duty-occurrences/" + occurrence + "/confirmations",
                "{\"confirmed_at\": \"%s\", \"outcome\": \"CONFIRMED\"}".formatted(at));
    }
}
