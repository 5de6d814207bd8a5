package dev.guanjia.server.fuzz;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What holds for every answer, whatever was sent. */
final class Law {

    private Law() {}

    /** What an answer breaks. */
    static List<String> broken(Operation operation, Mutant mutant, HttpResponse<String> reply) {
        List<String> broken = new ArrayList<>();
        int status = reply.statusCode();
        if (status >= 500) {
            broken.add("a fault of the server");
        }
        if (!operation.documents(status)) {
            broken.add("a status that the document does not know");
        }
        if (mutant.forbidden() && status < 300) {
            broken.add("took what the document forbids");
        }
        if (status >= 400 && !isProblem(reply)) {
            broken.add("no problem");
        }
        if (status == 400 && isProblem(reply) && isReadable(mutant) && !namesThePlace(reply)) {
            broken.add("no place");
        }
        return broken;
    }

    /** What no path may hold is refused before it is looked at, the whole of it. */
    private static boolean isReadable(Mutant mutant) {
        return !mutant.path().contains("%00") && !mutant.path().contains("%2F");
    }

    private static boolean isProblem(HttpResponse<String> reply) {
        return reply.headers()
                .firstValue("Content-Type")
                .orElse("")
                .startsWith("application/problem+json");
    }

    private static boolean namesThePlace(HttpResponse<String> reply) {
        JsonNode problem = Document.MAPPER.readTree(reply.body());
        boolean general = !problem.path("code").asString("").equals("invalid-request");
        JsonNode errors = problem.path("errors");
        return general || !errors.isEmpty() && errors.valueStream().allMatch(Law::isPlace);
    }

    private static boolean isPlace(JsonNode error) {
        return error.has("pointer") && !error.path("message").asString("").isEmpty();
    }
}
