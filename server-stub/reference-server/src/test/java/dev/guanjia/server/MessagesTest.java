package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Path ROOT = Path.of("src/main/resources/dev/guanjia/server");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.endsWith("messages_en.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesSayTheSameThings(Path folder) throws IOException {
        Properties english = read(folder.resolve("messages_en.properties"));
        Properties chinese = read(folder.resolve("messages_zh_CN.properties"));
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(facts(chinese.getProperty(key)))
                    .as(key)
                    .isEqualTo(facts(english.getProperty(key)));
        }
    }

    @Test
    void everyCodeHasASentence() throws IOException {
        Properties english = read(ROOT.resolve("problem/messages_en.properties"));
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(english).containsKey(code.key());
            assertThat(facts(english.getProperty(code.key()))).as(code.key()).isEmpty();
        }
        for (FieldCode code : FieldCode.values()) {
            assertThat(english).containsKey(code.key());
        }
    }

    private static List<String> facts(String sentence) {
        return List.copyOf(
                new TreeSet<>(
                        FACT.matcher(sentence)
                                .results()
                                .map((MatchResult r) -> r.group(1))
                                .toList()));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
