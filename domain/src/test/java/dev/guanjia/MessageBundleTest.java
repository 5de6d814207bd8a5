package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.guanjia.decision.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reads the files, not ResourceBundle: a bundle hides a missing key behind its parent's. */
class MessageBundleTest {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final List<Class<?>> CODE_TYPES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                    .importPackages("dev.guanjia").stream()
                            .filter(type -> type.isAssignableTo(RefusalCode.class))
                            .filter(JavaClass::isEnum)
                            .<Class<?>>map(JavaClass::reflect)
                            .toList();

    @Test
    void bothLanguagesWordEveryCodeOfAPackageWithTheSameFacts() {
        for (Class<?> type : CODE_TYPES) {
            Set<String> keys =
                    codes(type).stream()
                            .map(RefusalCode::key)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(factsByKey(type, "zh_CN")).as("%s", type).isEqualTo(factsByKey(type, "en"));
            assertThat(factsByKey(type, "en").keySet()).as("%s", type).isEqualTo(keys);
        }
    }

    @Test
    void aCodeIsUniqueInTheProduct() {
        Set<String> seen = new TreeSet<>();
        for (Class<?> type : CODE_TYPES) {
            for (RefusalCode code : codes(type)) {
                assertThat(seen.add(code.key())).as("%s", code.key()).isTrue();
                assertThat(code.key()).matches("[a-z]+(-[a-z]+)*");
            }
        }
    }

    private static List<RefusalCode> codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(RefusalCode.class::cast).toList();
    }

    private static Map<String, Set<String>> factsByKey(Class<?> type, String language) {
        Properties file = new Properties();
        String name = "messages_" + language + ".properties";
        try (InputStream in = type.getResourceAsStream(name)) {
            assertThat(in).as("%s beside %s", name, type).isNotNull();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Set<String>> facts = new TreeMap<>();
        file.stringPropertyNames().forEach(key -> facts.put(key, facts(file.getProperty(key))));
        return facts;
    }

    private static Set<String> facts(String sentence) {
        return FACT.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
