package dev.guanjia.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words a refusal for people. The sentences stand in {@code messages_en.properties} and {@code
 * messages_zh_CN.properties} beside the code's type; facts are filled in by name, unchanged.
 */
public final class Wording {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final ClassValue<Map<Language, Properties>> FILES =
            new ClassValue<>() {
                @Override
                protected Map<Language, Properties> computeValue(Class<?> type) {
                    Map<Language, Properties> files = new EnumMap<>(Language.class);
                    for (Language language : Language.values()) {
                        files.put(language, read(type, language));
                    }
                    return files;
                }
            };

    private Wording() {}

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
        Properties file = FILES.get(declaring(refusal.code())).get(language);
        String template = file == null ? null : file.getProperty(refusal.code().key());
        if (template == null) {
            throw new IllegalArgumentException(
                    "no " + language + " wording for " + refusal.code().key());
        }
        Matcher matcher = FACT.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String fact = refusal.facts().get(matcher.group(1));
            if (fact == null) {
                throw new IllegalArgumentException(
                        refusal.code().key() + " carries no fact named " + matcher.group(1));
            }
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(fact));
        }
        return matcher.appendTail(sentence).toString();
    }

    private static Class<?> declaring(RefusalCode code) {
        return code instanceof Enum<?> constant ? constant.getDeclaringClass() : code.getClass();
    }

    private static Properties read(Class<?> type, Language language) {
        String name = "messages_" + language.suffix() + ".properties";
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
