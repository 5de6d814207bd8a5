package dev.guanjia.server.fuzz;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An operation of the document.
 *
 * @param method in capitals
 * @param path with the names of its parameters in braces
 * @param told what the document tells of it
 * @param parameters of the path, the query and the headers
 * @param body what is sent
 */
record Operation(String method, String path, JsonNode told, List<JsonNode> parameters, Body body) {

    /**
     * What is sent.
     *
     * @param type its content type; empty where nothing is sent
     * @param schema of what is sent
     * @param example that the document gives
     */
    record Body(String type, JsonNode schema, JsonNode example) {
        static final Body NONE = new Body("", MissingNode.getInstance(), MissingNode.getInstance());

        boolean isFile() {
            return type.equals("text/csv");
        }

        boolean isSent() {
            return !type.isEmpty();
        }
    }

    boolean isRead() {
        return method.equals("GET");
    }

    String tag() {
        return told.at("/tags/0").asString();
    }

    String name() {
        return told.at("/operationId").asString();
    }

    /** Parameters in the path, the query or the headers. */
    List<JsonNode> parameters(String where) {
        return parameters.stream()
                .filter(each -> each.path("in").asString().equals(where))
                .toList();
    }

    boolean documents(int status) {
        return status >= 400
                ? told.at("/responses").has("default")
                : told.at("/responses").has(String.valueOf(status));
    }
}
