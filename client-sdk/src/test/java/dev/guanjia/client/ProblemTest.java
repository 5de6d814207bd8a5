package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.guanjia.client.generated.ApiException;
import dev.guanjia.client.generated.api.OrganisationApi;
import dev.guanjia.client.model.AuthorityLimitCreate;
import dev.guanjia.client.model.CompanyCreate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private static final String OVER_LIMIT =
            """
            {"type": "urn:guanjia:problem:approval-over-limit",
             "title": "\u8d85\u51fa\u5ba1\u6279\u6743\u9650",
             "status": 403, "detail": "\u4e0a\u9650\u4e3a100.00\u5143",
             "instance": "/v1/waivers", "code": "approval-over-limit",
             "trace_id": "4bf92f35", "new_in_v7": {"a": 1},
             "errors": [{"pointer": "/amount", "code": "out-of-range", "message": "M"}],
             "reasons": [{"code": "approval-over-limit", "message": "M",
                          "facts": {"limit": "CNY 100.00"}},
                         {"code": "self-approval", "message": "M", "facts": {}}]}
            """;

    private static ProblemException refusal(TestServer.Act act) {
        try (TestServer server = new TestServer(act)) {
            Guanjia guanjia = server.client().retryPolicy(RetryPolicy.none()).build();
            return catchThrowableOfType(
                    ProblemException.class, () -> guanjia.organisation().getCompany());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            textBlock =
                    """
                    400, InvalidRequestException
                    401, UnauthenticatedException
                    403, ForbiddenException
                    404, NotFoundException
                    409, ConflictException
                    412, PreconditionFailedException
                    422, InvalidRequestException
                    428, PreconditionFailedException
                    408, UnavailableException
                    429, UnavailableException
                    502, UnavailableException
                    503, UnavailableException
                    504, UnavailableException
                    302, ProblemException
                    304, ProblemException
                    405, ProblemException
                    500, ProblemException
                    """)
    void everyStatusHasItsType(int status, String type) {
        TestServer.Act act =
                status == 304 ? TestServer.json(304, "") : TestServer.problem(status, "some-code");

        ProblemException refusal = refusal(act);

        assertThat(refusal.getClass().getSimpleName()).isEqualTo(type);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code().orElse("none")).isEqualTo(status == 304 ? "none" : "some-code");
    }

    @Test
    void aProblemIsReadWhole() {
        ProblemException refusal =
                refusal(TestServer.answer(403, "application/problem+json", OVER_LIMIT));

        assertThat(refusal.title()).contains("\u8d85\u51fa\u5ba1\u6279\u6743\u9650");
        assertThat(refusal.detail()).contains("\u4e0a\u9650\u4e3a100.00\u5143");
        assertThat(refusal.traceId()).contains("4bf92f35");
        assertThat(refusal.errors()).extracting("pointer").containsExactly("/amount");
        assertThat(refusal.reasons().get(0).getFacts()).containsEntry("limit", "CNY 100.00");
        assertThat(refusal.is("approval-over-limit")).isTrue();
        assertThat(refusal.is("self-approval")).isTrue();
        assertThat(refusal.is("no-authority")).isFalse();
        assertThat(refusal.problem()).isPresent();
        assertThat(refusal)
                .hasMessage(
                        "GET /v1/company: 403 approval-over-limit: \u4e0a\u9650\u4e3a100.00\u5143"
                                + " [trace 4bf92f35]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>502 Bad Gateway</html>",
                "",
                "   ",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"code\": {}}",
                "{\"code\": \"cut-off\", \"ti"
            })
    void aBodyThatIsNoProblemStillMakesARefusal(String body) {
        ProblemException refusal = refusal(TestServer.answer(502, "text/html", body));

        assertThat(refusal).isInstanceOf(UnavailableException.class);
        assertThat(refusal.body()).isEqualTo(body);
        assertThat(refusal.code()).isEmpty();
        assertThat(refusal.problem()).isEmpty();
        assertThat(refusal.reasons()).isEmpty();
        assertThat(refusal.errors()).isEmpty();
        assertThat(refusal)
                .hasMessage(
                        "GET /v1/company: 502 without a problem (text/html, %d characters)",
                        body.length());
    }

    @Test
    void everyKindOfCallRefusesInTheSameWay() {
        assertRefused(api -> api.createCompany("k", new CompanyCreate()));
        assertRefused(api -> api.listStaff(10, null));
        assertRefused(api -> api.revokeStaffToken("sf_00000001", "tk_00000001", "k"));
        assertRefused(api -> api.getStaffWithHttpInfo("sf_00000001"));
        assertRefused(api -> api.createAuthorityLimit("k", new AuthorityLimitCreate()));
    }

    private static void assertRefused(Consumer<OrganisationApi> call) {
        try (TestServer server = new TestServer(TestServer.problem(409, "period-closed"))) {
            assertThatThrownBy(() -> call.accept(server.client().build().organisation()))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            refusal -> assertThat(refusal.is("period-closed")).isTrue());
        }
    }

    @Test
    void whatCannotBeReadAndWhatIsMissingBelongToTheSameFamily() {
        try (TestServer server = new TestServer(TestServer.json(200, "<html>"))) {
            OrganisationApi api = server.client().build().organisation();

            assertThatThrownBy(api::getCompany)
                    .isInstanceOf(GuanjiaException.class)
                    .isInstanceOf(ApiException.class)
                    .hasCauseInstanceOf(IOException.class);
            assertThatThrownBy(() -> api.createCompany(null, new CompanyCreate()))
                    .isInstanceOf(GuanjiaException.class)
                    .hasMessageContaining("idempotencyKey");
        }
    }

    @Test
    void aRefusalSurvivesSerialisation() throws IOException, ClassNotFoundException {
        ProblemException refusal =
                refusal(TestServer.answer(403, "application/problem+json", OVER_LIMIT));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refusal);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ForbiddenException copy = (ForbiddenException) in.readObject();

            assertThat(copy).hasMessage(refusal.getMessage());
            assertThat(copy.status()).isEqualTo(403);
            assertThat(copy.body()).isEqualTo(OVER_LIMIT);
            assertThat(copy.problem()).isEmpty();
        }
    }
}
