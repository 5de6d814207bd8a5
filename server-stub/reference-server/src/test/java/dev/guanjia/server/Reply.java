package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Reply(HttpResponse<String> response) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return MAPPER.readTree(body());
    }

    /** The text at a JSON Pointer; empty where there is nothing. */
    public String text(String pointer) {
        return json().at(pointer).asString("");
    }

    /** This reply, if it has that status. */
    public Reply expect(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** This reply, if a rule refuses what stands in a field of the request. */
    public Reply expectRefused(String code, String pointer) {
        expectProblem(409, code);
        assertThat(json().at("/errors").valueStream())
                .as(body())
                .anyMatch(
                        error ->
                                error.at("/code").asString().equals(code)
                                        && error.at("/pointer").asString().equals(pointer));
        return this;
    }

    /** This reply, if it is a problem with that status and code. */
    public Reply expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/type")).isEqualTo("urn:guanjia:problem:" + code);
        assertThat(text("/code")).isEqualTo(code);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotEmpty();
        assertThat(text("/trace_id")).hasSize(32);
        return this;
    }
}
