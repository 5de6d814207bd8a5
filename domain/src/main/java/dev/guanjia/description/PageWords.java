package dev.guanjia.description;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Language;
import dev.guanjia.description.JobDescription.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the page in one language, from {@code words_en} and {@code words_zh_CN}. */
final class PageWords {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<Language, PageWords> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new PageWords(language));
        }
    }

    private final Language language;
    private final Properties file;

    private PageWords(Language language) {
        this.language = language;
        this.file = read("words_" + language.suffix() + ".properties");
    }

    static PageWords of(Language language) {
        PageWords words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return words;
    }

    /** The words under a key; a missing key is a fault of the files. */
    String text(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    String text(String key, String inserted) {
        return text(key).replace("{n}", inserted);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(file.getProperty(key));
    }

    String pick(Label label) {
        return language.pick(label.zh(), label.en());
    }

    /** The name of a code, or the code where it has none. */
    String name(Named named) {
        return named.name().map(this::pick).orElse(named.code());
    }

    /** A deadline in words: its own name, the page's words for its shape, or its code. */
    String deadline(Named deadline) {
        Matcher number = NUMBER.matcher(deadline.code());
        String shape = number.replaceFirst("N");
        String inserted = number.reset().find() ? number.group() : "";
        return deadline.name()
                .map(this::pick)
                .or(() -> find("deadline." + shape).map(words -> words.replace("{n}", inserted)))
                .orElse(deadline.code());
    }

    private static Properties read(String name) {
        Properties file = new Properties();
        try (InputStream in = PageWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
