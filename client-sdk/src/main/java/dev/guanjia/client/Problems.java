package dev.guanjia.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.guanjia.client.generated.ApiClient;
import dev.guanjia.client.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is no success into the exception that fits it. */
final class Problems {
    private Problems() {}

    /**
     * Lets a success pass.
     *
     * @throws ProblemException unless the status is 2xx
     */
    static void refuse(HttpResponse<InputStream> answer, ObjectMapper json) {
        if (answer.statusCode() / 100 != 2) {
            throw exception(answer(answer, json));
        }
    }

    private static ProblemException exception(ProblemException.Answer answer) {
        return switch (answer.status()) {
            case 400, 422 -> new InvalidRequestException(answer);
            case 401 -> new UnauthenticatedException(answer);
            case 403 -> new ForbiddenException(answer);
            case 404 -> new NotFoundException(answer);
            case 409 -> new ConflictException(answer);
            case 412, 428 -> new PreconditionFailedException(answer);
            case 408, 429, 502, 503, 504 -> new UnavailableException(answer);
            default -> new ProblemException(answer);
        };
    }

    private static ProblemException.Answer answer(
            HttpResponse<InputStream> response, ObjectMapper json) {
        String body = text(response);
        Problem problem = problem(body, json);
        String summary =
                "%s %s: %d %s"
                        .formatted(
                                response.request().method(),
                                response.uri().getRawPath(),
                                response.statusCode(),
                                problem == null ? stranger(response, body) : summary(problem));
        return new ProblemException.Answer(
                response.statusCode(),
                summary,
                body,
                RetryAfter.read(response.headers(), Instant.now()).orElse(null),
                problem);
    }

    private static String text(HttpResponse<InputStream> response) {
        try (InputStream in = ApiClient.getResponseBody(response)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // a status without a readable body is still an answer
            return "";
        }
    }

    private static @Nullable Problem problem(String body, ObjectMapper json) {
        try {
            Problem problem = json.readValue(body, Problem.class);
            return problem == null || problem.getCode() == null ? null : problem;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String summary(Problem problem) {
        String text = problem.getDetail() == null ? problem.getTitle() : problem.getDetail();
        String trace = problem.getTraceId() == null ? "" : " [trace " + problem.getTraceId() + "]";
        return problem.getCode() + (text == null ? "" : ": " + text) + trace;
    }

    private static String stranger(HttpResponse<InputStream> response, String body) {
        String type = response.headers().firstValue("Content-Type").orElse("no content type");
        return "without a problem (%s, %d characters)".formatted(type, body.length());
    }
}
