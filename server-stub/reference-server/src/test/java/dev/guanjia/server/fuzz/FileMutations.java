package dev.guanjia.server.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A good file, wrong in one place at a time. */
final class FileMutations {

    private static final List<String> CELLS =
            List.of(
                    "",
                    " ",
                    "-1",
                    "0",
                    "1e400",
                    "0700",
                    "\"700,00\"",
                    " 700",
                    "1.005",
                    "99999999999999999999999",
                    "92233720368547758.08",
                    "2026-02-30",
                    "0000-01-01",
                    "9999-12-31",
                    "2999-01-01",
                    "+1000000-01-01",
                    "ZZ_UNKNOWN",
                    "zz_0000000000",
                    "=1+1",
                    "a\u0000b",
                    "a\u0007b",
                    "\"open",
                    "a\"b",
                    "\"a\nb\"",
                    "长".repeat(20_000));

    private FileMutations() {}

    /** What is wrong, and the bytes of the file. */
    static Map<String, byte[]> of(String good) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> lines = good.lines().toList();
        String header = lines.get(0);
        String rest = good.substring(header.length());
        put(files, "empty file", "");
        put(files, "header alone", header + "\n");
        put(files, "no header", rest.stripLeading());
        put(files, "unknown header", header + ",nobody_knows" + rest);
        put(files, "column twice", header + "," + header + rest);
        put(files, "columns turned", turned(header) + rest);
        put(files, "byte order mark", "\ufeff" + good);
        put(files, "CRLF", good.replace("\n", "\r\n"));
        put(files, "CR", good.replace("\n", "\r"));
        put(files, "blank lines", good.replace("\n", "\n\n"));
        put(files, "line twice", good + lines.get(lines.size() - 1) + "\n");
        put(files, "line too long", good + lines.get(lines.size() - 1) + ",x,y,z\n");
        put(files, "line too short", good + "x\n");
        put(files, "semicolons", good.replace(',', ';'));
        put(files, "many lines", header + (rest + "\n").repeat(2000));
        files.put("GBK", good.getBytes(Charset.forName("GBK")));
        files.put("Latin-1", (good + "é,é\n").getBytes(StandardCharsets.ISO_8859_1));
        files.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
        cells(files, header, lines);
        return files;
    }

    private static void cells(Map<String, byte[]> files, String header, List<String> lines) {
        int columns = header.split(",").length;
        for (int column = 0; column < columns; column++) {
            List<String> cells = new ArrayList<>(Arrays.asList(lines.get(1).split(",", -1)));
            if (cells.size() != columns) {
                return;
            }
            for (String cell : CELLS) {
                cells.set(column, cell);
                put(
                        files,
                        "column " + column + " = " + cell.substring(0, Math.min(30, cell.length())),
                        header + "\n" + String.join(",", cells) + "\n");
            }
        }
    }

    private static String turned(String header) {
        List<String> names = new ArrayList<>(Arrays.asList(header.split(",")));
        java.util.Collections.reverse(names);
        return String.join(",", names);
    }

    private static void put(Map<String, byte[]> files, String what, String text) {
        files.put(what, text.getBytes(StandardCharsets.UTF_8));
    }
}
