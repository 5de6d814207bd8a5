package dev.guanjia.server.fuzz;

import dev.guanjia.server.HostileStages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands for the example of one operation, until an answer says that it was taken. */
final class Stage {

    /** Where nothing need stand. */
    static final Stage NONE = new Stage(Map.of(), Map.of());

    private final Map<String, String> first;
    private final Map<String, String> now;
    private boolean used;

    private Stage(Map<String, String> first, Map<String, String> now) {
        this.first = first;
        this.now = now;
    }

    /** A stage by the words of the document that it gives a meaning. */
    static Stage of(Map<String, String> words) {
        return new Stage(words, words);
    }

    /** The next one of the same kind. */
    Stage again(Map<String, String> words) {
        return new Stage(first, words);
    }

    boolean isUsed() {
        return used;
    }

    /** Hears of an answer. */
    void note(int status) {
        used |= status < 300 && this != NONE;
    }

    boolean knows(String word) {
        return first.containsKey(word);
    }

    /** Who asks, if it says so. */
    Optional<String> token() {
        return Optional.ofNullable(now.get(HostileStages.TOKEN));
    }

    /** A text of the document in the words of the first stage. */
    String words(String text) {
        String said = text;
        for (Map.Entry<String, String> each : first.entrySet()) {
            said = said.replace(each.getKey(), each.getValue());
        }
        return said;
    }

    /** A request of the first stage, for this one. */
    Mutant moved(Mutant mutant) {
        if (first.equals(now)) {
            return mutant;
        }
        byte[] body = moved(new String(mutant.body(), StandardCharsets.ISO_8859_1), true);
        String path = new String(moved(mutant.path(), false), StandardCharsets.UTF_8);
        return new Mutant(mutant.what(), path, body, mutant.headers(), mutant.forbidden());
    }

    private byte[] moved(String text, boolean bytes) {
        String said = text;
        for (Map.Entry<String, String> each : first.entrySet()) {
            String from = each.getValue();
            String to = now.get(each.getKey());
            said = said.replace(bytes ? latin(from) : from, bytes ? latin(to) : to);
        }
        return said.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Bytes that are no text stay as they are. */
    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** What the parameters of the path are, by their names. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        first.forEach(
                (word, value) -> {
                    if (word.startsWith("{") && word.endsWith("}")) {
                        parameters.put(word.substring(1, word.length() - 1), value);
                    }
                });
        return parameters;
    }
}
