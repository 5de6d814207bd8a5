package dev.guanjia.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Tells people what is going on, in their language, in columns that line up. */
final class Console {

    private static final int FIRST_WIDE = 0x1100;

    private final PrintStream out;
    private final Properties texts = new Properties();
    private final boolean chinese;

    Console(PrintStream out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
        String file = chinese ? "demo_zh_CN.properties" : "demo_en.properties";
        try (InputStream in = Console.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isChinese() {
        return chinese;
    }

    /** The text of a key, its places {@code {0}}, {@code {1}} filled unchanged. */
    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** A text of others on one line, whatever it is made of. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    void say(String key, Object... values) {
        line(text(key, values));
    }

    void heading(String key, Object... values) {
        String text = text(key, values);
        out.println();
        line(text);
        line("─".repeat(width(text)));
    }

    void line(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints rows in columns; {@code right} says which columns hold figures. */
    void table(List<List<String>> rows, List<Integer> right) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - width(row.get(i)));
                line.append(right.contains(i) ? pad + row.get(i) : row.get(i) + pad).append("  ");
            }
            line(line.toString().stripTrailing());
        }
    }

    /** A Chinese character takes two columns. */
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return point >= FIRST_WIDE
                && (Character.isIdeographic(point)
                        || (point >= 0x3000 && point <= 0x303F)
                        || (point >= 0xFF01 && point <= 0xFF60));
    }
}
