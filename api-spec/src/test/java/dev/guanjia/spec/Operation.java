package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operation of a document.
 *
 * @param document where it stands
 * @param path its path
 * @param method its method, lower case
 * @param item the path item around it
 * @param node its content
 */
record Operation(Document document, String path, String method, JsonNode item, JsonNode node) {

    String id() {
        return node.path("operationId").asText();
    }

    /** Its parameters, those of the path first. */
    List<JsonNode> parameters() {
        return Stream.of(item, node)
                .flatMap(from -> from.path("parameters").valueStream())
                .map(document::resolve)
                .toList();
    }

    boolean takes(String in, String name) {
        return parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .anyMatch(parameter -> parameter.path("name").asText().equals(name));
    }

    /** Its request body, if any, and the bodies of its 2xx answers. */
    List<Body> bodies() {
        List<Body> bodies = new ArrayList<>(bodiesOf("request", node.path("requestBody")));
        bodies.addAll(successes());
        return bodies;
    }

    List<Body> successes() {
        List<Body> bodies = new ArrayList<>();
        for (var answer : node.path("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                bodies.addAll(bodiesOf(answer.getKey(), answer.getValue()));
            }
        }
        return bodies;
    }

    private List<Body> bodiesOf(String role, JsonNode holder) {
        List<Body> bodies = new ArrayList<>();
        for (var media : document.resolve(holder).path("content").properties()) {
            bodies.add(new Body(id() + " " + role, media.getValue()));
        }
        return bodies;
    }

    /**
     * A body with its schema and its examples.
     *
     * @param place the operation and its role there
     * @param node the media type object
     */
    record Body(String place, JsonNode node) {}
}
