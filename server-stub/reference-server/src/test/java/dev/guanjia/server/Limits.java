package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

/** How much the posts of the shared company may sign; each limit is set once for all tests. */
final class Limits {

    private Limits() {}

    /** From 2020 on, unless another test has set the same. */
    static void set(RunningServer server, String kind, String post, String amount) {
        Reply made =
                server.asAdministrator()
                        .post(
                                "/authority-limits",
                                """
                                {"kind": "%s", "post": "%s", "from": "2020-01-01", "demo": false,
                                 "limit": {"amount": "%s", "currency": "CNY"}}"""
                                        .formatted(kind, post, amount));
        assertThat(made.status()).as(made.body()).isIn(201, 409);
    }
}
