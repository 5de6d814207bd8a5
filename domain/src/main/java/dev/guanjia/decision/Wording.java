package dev.guanjia.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words a refusal for people. The sentences stand in {@code messages_en.properties} and {@code
 * messages_zh_CN.properties} beside the code's type; facts are filled in by name, unchanged.
 */
public final class Wording {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final ClassValue<Map<Language, Properties>> MESSAGES = files("messages_");
    private static final ClassValue<Map<Language, Properties>> WORDS = files("words_");

    private Wording() {}

    private static ClassValue<Map<Language, Properties>> files(String prefix) {
        return new ClassValue<>() {
            @Override
            protected Map<Language, Properties> computeValue(Class<?> type) {
                Map<Language, Properties> files = new EnumMap<>(Language.class);
                for (Language language : Language.values()) {
                    files.put(language, read(type, prefix + language.suffix() + ".properties"));
                }
                return files;
            }
        };
    }

    /**
     * Says why, in one sentence.
     *
     * @param refusal the reason and its facts
     * @param language the reader's language
     * @return the sentence
     * @throws IllegalArgumentException if the code has no sentence in that language, or the
     *     sentence names a fact that the refusal does not carry
     */
    public static String of(Refusal refusal, Language language) {
        Properties file = MESSAGES.get(declaring(refusal.code())).get(language);
        return fill(refusal.code().key(), file, language, refusal.facts());
    }

    /**
     * Words that are no refusal: a line of {@code words_en.properties} or {@code
     * words_zh_CN.properties} beside a type.
     *
     * @param beside the type
     * @param key which line
     * @param language the reader's language
     * @param facts names and values to fill in, by turns
     * @return the words
     * @throws IllegalArgumentException as {@link #of}
     */
    public static String words(Class<?> beside, String key, Language language, String... facts) {
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            byName.put(facts[i], facts[i + 1]);
        }
        return fill(key, WORDS.get(beside).get(language), language, byName);
    }

    private static String fill(
            String key, @Nullable Properties file, Language language, Map<String, String> facts) {
        String template = file == null ? null : file.getProperty(key);
        if (template == null) {
            throw new IllegalArgumentException("no " + language + " wording for " + key);
        }
        Matcher matcher = FACT.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String fact = facts.get(matcher.group(1));
            if (fact == null) {
                throw new IllegalArgumentException(
                        key + " carries no fact named " + matcher.group(1));
            }
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(fact));
        }
        return matcher.appendTail(sentence).toString();
    }

    private static Class<?> declaring(RefusalCode code) {
        return code instanceof Enum<?> constant ? constant.getDeclaringClass() : code.getClass();
    }

    private static Properties read(Class<?> type, String name) {
        Properties file = new Properties();
        try (InputStream in = type.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + " is missing beside " + type.getName());
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
