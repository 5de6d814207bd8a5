package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedInputTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    {"staff_no": "X1"}                              ; /name     ; missing            ; a required field is absent
                    {"staff_no": "X1", "name": null}                ; /name     ; null-not-allowed   ; null for a value
                    {"staff_no": "X1", "name": ""}                  ; /name     ; wrong-length       ; text too short
                    {"staff_no": "123456789012345678901234567890123", "name": "n"} ; /staff_no ; wrong-length ; text too long
                    {"staff_no": 12, "name": "n"}                   ; /staff_no ; wrong-type         ; a number for a text
                    {"staff_no": 1.5, "name": "n"}                  ; /staff_no ; wrong-type         ; a fraction for a text
                    {"staff_no": true, "name": "n"}                 ; /staff_no ; wrong-type         ; a boolean for a text
                    {"staff_no": ["X1"], "name": "n"}               ; /staff_no ; wrong-type         ; a list for a text
                    {"staff_no": {}, "name": "n"}                   ; /staff_no ; wrong-type         ; an object for a text
                    {"staff_no": "X1", "name": "n", "nmae": 1}      ; /nmae     ; unknown-field      ; a name the document does not know
                    {"staff_no": "X1", "name": "n", "name": "m"}    ; /name     ; duplicate-field    ; a name given twice
                    {"staff_no": "X1", "name": "a\\u0000b"}         ; /name     ; unusable-character ; a zero character
                    {"staff_no": "X1", "name": "a\\ud800b"}         ; /name     ; unusable-character ; half of a surrogate pair
                    []                                              ; ``        ; wrong-type         ; a list for the whole
                    "text"                                          ; ``        ; wrong-type         ; a text for the whole
                    null                                            ; ``        ; missing            ; null for the whole
                    """)
    void aBodyThatDoesNotFitNamesThePlace(String body, String pointer, String code, String why) {
        Reply reply = administrator.post("/staff", body).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).as(reply.body()).isEqualTo(pointer);
        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
        assertThat(reply.text("/errors/0/message")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{",
                "{\"a\"}",
                "{\"staff_no\": \"X\"} x",
                "{\"staff_no\": \"X\"} {}",
                "nul",
                "{\"name\": NaN}",
                "01"
            })
    void whatIsNotJsonIsSaidSo(String body) {
        Reply reply = administrator.post("/staff", body).expectProblem(400, "malformed-json");
        assertThat(reply.text("/detail")).contains("ine 1").doesNotContain("Exception");
    }

    @Test
    void twoMistakesAreBothNamed() {
        Reply reply = administrator.post("/staff", "{\"name\": \"\"}");
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").size()).isEqualTo(2);
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("/name");
        assertThat(reply.text("/errors/1/pointer")).isEqualTo("/staff_no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "-2147483649", "1e99", "99999999999999999999"})
    void aNumberTooLargeIsNamed(String number) {
        Reply reply =
                administrator
                        .post(
                                "/staff/sf_0000000000/dispatch-profiles",
                                """
                                {"post": "CASHIER", "areas": ["cm_1"], "limit": %s,
                                 "from": "2026-01-01"}
                                """
                                        .formatted(number))
                        .expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("/limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/call-back-policies; /label/zh; {\"kind\": \"REPAIR\", \"mode\": \"ALWAYS\","
                        + " \"callers\": [\"CS_SUPERVISOR\"], \"same_department\": false,"
                        + " \"label\": {\"zh\": \"\u3000\", \"en\": \"x\"},"
                        + " \"from\": \"2026-01-01\"}",
                "/service-prices; /unit/en; {\"item\": \"X1\","
                        + " \"label\": {\"zh\": \"水\", \"en\": \"x\"}, \"kind\": \"LABOUR\","
                        + " \"unit\": {\"zh\": \"次\", \"en\": \" \"},"
                        + " \"price\": {\"amount\": \"1.00\", \"currency\": \"CNY\"},"
                        + " \"from\": \"2026-01-01\"}"
            })
    void aNameSaysSomething(String path, String pointer, String body) {
        Reply reply = administrator.post(path, body).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void noBodyIsNotAnEmptyOne() {
        Reply reply =
                administrator
                        .with("Content-Type", "application/json")
                        .send("POST", "/v1/staff", null);
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/code")).isEqualTo("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30, wrong-format",
        "2024-2-3, wrong-format",
        "20240203, wrong-format",
        "2024-02-03T00:00:00Z, wrong-format",
        "'', wrong-format"
    })
    void aDayIsADayOfTheCalendar(String day, String code) {
        Reply reply =
                administrator.post(
                        "/staff/sf_0000000000/assignments",
                        "{\"post\": \"CASHIER\", \"from\": \"%s\"}".formatted(day));
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("/from");
        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"19757", "19757.5", "true", "'[2024,2,3]'"})
    void aDayIsAText(String day) {
        Reply reply =
                administrator.post(
                        "/staff/sf_0000000000/assignments",
                        "{\"post\": \"CASHIER\", \"from\": %s}".formatted(day));
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).startsWith("/from");
    }

    @ParameterizedTest
    @CsvSource({
        "/staff?limit=0, limit, out-of-range",
        "/staff?limit=201, limit, out-of-range",
        "/staff?limit=ten, limit, wrong-type",
        "/staff?limit=99999999999, limit, wrong-type",
        "/staff?cursor=, cursor, wrong-length",
        "/staff?cursor=a%00b, cursor, unusable-character",
        "/staff?cursor=%ff, query, wrong-format",
        "/work-orders?kind=%c3%28, query, wrong-format",
        "/equipment?nonsense=%ff, query, wrong-format",
        "/staff/x, staffId, wrong-format"
    })
    void aParameterThatDoesNotFitIsNamed(String path, String name, String code) {
        Reply reply = administrator.get(path).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(name);
        assertThat(reply.text("/errors/0/code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"x", "c3RhZmY6", "cG9zdHM6Q0FTSElFUg", "%F0%9F%92%A9", "c3RhZmY6WDE="})
    void aCursorOfNoListIsRefused(String cursor) {
        String path = "/staff?cursor=" + cursor;
        if (cursor.equals("c3RhZmY6")) {
            administrator.get(path).expect(200);
        } else {
            administrator.get(path).expectProblem(400, "cursor-invalid");
        }
    }

    @Test
    void aChangeNeedsTheVersionLastSeen() {
        String id = server.newcomer().text("/staff_id");
        String path = "/staff/" + id;
        administrator.patch(path, "{}", "").expectProblem(428, "precondition-required");
        administrator.patch(path, "{}", "\"7\"").expectProblem(412, "precondition-failed");
        administrator.patch(path, "{}", "W/\"1\"").expectProblem(412, "precondition-failed");
        administrator.patch(path, "{}", "*").expect(200);
        administrator.patch(path, "{\"name\": null}", "*").expectProblem(400, "invalid-request");
        administrator.patch(path, "{\"mobile\": \"1\"}", "*").expectProblem(400, "invalid-request");
    }

    @Test
    void whatDoesNotExistSaysSo() {
        administrator.get("/staff/sf_00000000").expectProblem(404, "not-found");
        administrator.get("/nothing").expectProblem(404, "not-found");
        administrator.post("/nothing", "{}").expectProblem(404, "not-found");
        administrator.send("GET", "/nothing", null).expectProblem(404, "not-found");
        administrator
                .delete("/staff/sf_00000000/tokens/tk_00000000")
                .expectProblem(404, "not-found");
    }

    @Test
    void whatIsNotOfferedSaysSo() {
        administrator
                .with("Idempotency-Key", "")
                .delete("/staff")
                .expectProblem(405, "method-not-allowed");
        administrator.send("PUT", "/v1/staff", "{}").expectProblem(405, "method-not-allowed");
        administrator
                .with("Content-Type", "text/plain")
                .post("/staff", "{}")
                .expectProblem(415, "unsupported-media-type");
        administrator
                .with("Accept", "text/html")
                .get("/staff")
                .expectProblem(406, "not-acceptable");
    }

    /**
     * A name and a number that JSON allows and no reader takes: the place is a line and a column.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{\"%s\": 1}", "{\"name\": %s}"})
    void whatIsTooLongToBeReadIsNotCalledMissing(String body) {
        String endless = body.formatted("1".repeat(60_000));
        Reply reply = administrator.post("/staff", endless).expectProblem(400, "malformed-json");
        assertThat(reply.text("/detail")).contains("ine 1");
    }

    /**
     * Half of a character at the end of a place would be no text, and the answer a fault of ours.
     */
    @Test
    void aLongPlaceIsNotCutWithinACharacter() {
        for (int length = 90; length < 310; length++) {
            String name = "a".repeat(length) + "💩".repeat(200);
            Reply reply = administrator.post("/staff", "{\"%s\": 1}".formatted(name));
            reply.expectProblem(400, "invalid-request");
            assertThat(reply.text("/errors/0/pointer")).startsWith("/aaa").matches(this::isText);
            Reply file =
                    administrator
                            .with("Content-Type", "text/csv")
                            .post("/owner-files", name + "\n1\n");
            file.expectProblem(400, "invalid-request");
            assertThat(file.text("/errors/0/pointer"))
                    .startsWith("/columns/aaa")
                    .matches(this::isText)
                    .hasSizeLessThan(150);
        }
    }

    private boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && !text.contains("?");
    }

    /** Read as UTF-8, they would be other texts than were sent. */
    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, gzip, 415",
        "Content-Encoding, br, 415",
        "Content-Encoding, identity, 201",
        "Content-Type, application/json; charset=GBK, 415",
        "Content-Type, application/json; charset=UTF-16, 415",
        "Content-Type, application/json; charset=ISO-8859-1, 415",
        "Content-Type, application/json; charset=nonsense, 415",
        "Content-Type, application/json; charset=utf-8, 201",
        "Content-Type, application/json; charset=us-ascii, 201"
    })
    void aBodyIsPlainTextInUtf8(String header, String value, int status) {
        String body = "{\"staff_no\": \"%s\", \"name\": \"n\"}".formatted(Registry.unique("S"));
        Reply reply = administrator.with(header, value).post("/staff", body).expect(status);
        if (status == 415) {
            reply.expectProblem(415, "unsupported-media-type");
        }
    }

    @Test
    void aBodyHasALimit() {
        String long1 = "{\"staff_no\": \"X\", \"name\": \"" + "x".repeat(1 << 20) + "\"}";
        administrator.post("/staff", long1).expectProblem(413, "payload-too-large");
    }

    @Test
    void whatIsNoRequestAtAllIsAProblemToo() throws Exception {
        String answer = RawHttp.send(server.uri(), "GET /v1/%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }
}
