package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the domain must never hold: clocks, chance, defaults, binary fractions, unfinished places.
 */
class PurityTest {

    private static final List<Pattern> FORBIDDEN =
            Stream.of(
                            "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|"
                                    + "YearMonth|Year|Clock)\\.(now|system)",
                            "\\bSystem\\.(currentTimeMillis|nanoTime|getenv|getProperty|out|err)",
                            "\\b(randomUUID|Math\\.random|new Random|ThreadLocalRandom)\\b",
                            "\\b(Locale\\.getDefault|ZoneId\\.systemDefault|Charset\\.defaultCharset)\\b",
                            "\\b(double|float|Double|Float)\\b",
                            "\\b(Map\\.of|Map\\.copyOf|Set\\.copyOf|Set\\.of)\\b",
                            "@author",
                            "\\b(TODO|FIXME|XXX)\\b",
                            "\\bprintStackTrace\\b")
                    .map(Pattern::compile)
                    .toList();

    @Test
    void theDomainReadsNoClockNoChanceAndNoDefault() {
        List<Path> files = Sources.files(Sources.MAIN);
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(files.stream().flatMap(PurityTest::offences)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant t = Instant.now();",
                "Clock c = Clock.systemUTC();",
                "long t = System.nanoTime();",
                "UUID id = UUID.randomUUID();",
                "Locale l = Locale.getDefault();",
                "double rate = 0.5;",
                "Map<String, String> facts = Map.copyOf(given);",
                " * @author somebody",
                "// TODO later"
            })
    void eachOfThemIsFound(String line) {
        assertThat(isForbidden(line)).isTrue();
    }

    private static Stream<String> offences(Path file) {
        return Sources.lines(file).stream()
                .filter(PurityTest::isForbidden)
                .map(line -> file + ": " + line.strip());
    }

    private static boolean isForbidden(String line) {
        String code = line.replaceAll("[Dd]ouble[- ](entry|declining|charg)", "");
        return !allowed(code) && FORBIDDEN.stream().anyMatch(word -> word.matcher(code).find());
    }

    /**
     * A map or set literal without order is fine where it is handed to a constructor that sorts.
     */
    private static boolean allowed(String code) {
        return code.contains("new Refusal(")
                || code.contains("Map.of()")
                || code.contains("Set.of()");
    }
}
