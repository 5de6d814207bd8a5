package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two letters that an id begins with tell what it is of. */
class IdPrefixTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/guanjia/server");

    /** What is made by several classes. */
    private static final Map<String, Set<String>> SHARED =
            Map.of(
                    "ch",
                            Set.of(
                                    "SpanCalculation",
                                    "ChargeCorrectionDesk",
                                    "LateChargeEntryDesk",
                                    "PaidAcceptanceDesk"),
                    "du", Set.of("PatrolCounts", "PatrolDesk"),
                    "lg", Set.of("HandoverDesk", "WatchDesk"),
                    "re", Set.of("EquipmentRepairDesk", "RepairOutcomes"),
                    "sr", Set.of("RequestBook", "ServiceRequestDesk"),
                    "we", Set.of("SeverityDesk", "WorkOrderImportDesk", "WorkOrderSteps"),
                    "wo", Set.of("PastOrders", "WorkOrderDesk", "WorkOrderFileDesk"));

    /** Whole calls, the prefix that a helper is given, and ids that are made of something. */
    private static final List<Pattern> PLACES =
            List.of(
                    Pattern.compile("Ids\\.next\\([^;]*?\"([a-z]{2})\"\\)"),
                    Pattern.compile("Ids\\.next\\([^;]*?\"([a-z]{2})\" :"),
                    Pattern.compile("new SortedIds\\(\"([a-z]{2})\""),
                    Pattern.compile("row\\(caller, \"([a-z]{2})\""),
                    Pattern.compile("(?:return|\\?) \"([a-z]{2})_\""));

    @Test
    void eachPrefixIsOfOneKind() throws IOException {
        Map<String, Set<String>> users = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> read(file, users));
        }
        assertThat(users).hasSizeGreaterThan(60).containsKeys("do", "hp", "oe", "rp", "wc");
        users.values().removeIf(classes -> classes.size() == 1);
        assertThat(users).isEqualTo(SHARED);
    }

    private static void read(Path file, Map<String, Set<String>> users) {
        String name = file.getFileName().toString().replace(".java", "");
        for (Pattern place : PLACES) {
            place.matcher(text(file))
                    .results()
                    .map(MatchResult::group)
                    .map(found -> found.replaceAll("(?s).*\"([a-z]{2})_?\".*", "$1"))
                    .forEach(
                            prefix ->
                                    users.computeIfAbsent(prefix, key -> new TreeSet<>())
                                            .add(name));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
