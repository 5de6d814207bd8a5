package dev.guanjia.server.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration was asked to do.
 *
 * @param chinese whether to speak Chinese instead of English
 * @param exit whether to end once the figures were compared, instead of serving on
 * @param serviceRequests the files of service requests to bring in, in order; none for the month
 * @param asOf the instant at which open requests are judged; null without a file
 * @param expected the figures to compare with; null for those that ship
 */
public record DemoOptions(
        boolean chinese,
        boolean exit,
        List<Path> serviceRequests,
        @Nullable Instant asOf,
        @Nullable Path expected) {

    /** Files of requests need the instant at which they were exported. */
    public DemoOptions {
        serviceRequests = List.copyOf(serviceRequests);
        if (serviceRequests.isEmpty() != (asOf == null)) {
            throw new IllegalArgumentException("--service-requests and --as-of go together");
        }
    }

    /**
     * Reads the words after {@code demo}.
     *
     * @param arguments e.g. {@code --lang zh --exit}
     * @return the options
     * @throws IllegalArgumentException naming the word that is not understood
     */
    public static DemoOptions parse(String... arguments) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        boolean chinese = false;
        boolean exit = false;
        List<Path> files = new ArrayList<>();
        Instant asOf = null;
        Path expected = null;
        while (!words.isEmpty()) {
            String word = words.remove();
            switch (word) {
                case "--exit" -> exit = true;
                case "--lang" -> chinese = isChinese(valueOf(word, words));
                case "--service-requests" -> files.add(Path.of(valueOf(word, words)));
                case "--as-of" -> asOf = instant(valueOf(word, words));
                case "--expected" -> expected = Path.of(valueOf(word, words));
                default -> throw new IllegalArgumentException("demo does not know " + word);
            }
        }
        return new DemoOptions(chinese, exit, files, asOf, expected);
    }

    private static String valueOf(String word, Deque<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return words.remove();
    }

    private static boolean isChinese(String language) {
        return switch (language) {
            case "zh" -> true;
            case "en" -> false;
            default -> throw new IllegalArgumentException("--lang is zh or en, not " + language);
        };
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--as-of is an instant such as 2016-01-13T05:00:00Z, not " + text, e);
        }
    }
}
