package dev.guanjia.server.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads workbooks back, by the letter of the format and not by the library that wrote them. */
public final class Workbooks {

    /** Day 0 of a spreadsheet, for days after February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private Workbooks() {}

    /**
     * The rows of the first sheet: texts as they are, numbers after {@code #}, days as ISO writes
     * them; a formula is an error.
     */
    public static List<List<String>> rows(byte[] file) throws Exception {
        Map<String, byte[]> parts = parts(file);
        List<String> formats = formats(xml(parts, "xl/styles.xml"));
        NodeList rows = xml(parts, "xl/worksheets/sheet1.xml").getElementsByTagName("row");
        List<List<String>> texts = new ArrayList<>();
        for (Element row : elements(rows)) {
            List<String> cells = new ArrayList<>();
            for (Element cell : elements(row.getElementsByTagName("c"))) {
                int column = column(cell.getAttribute("r"));
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(text(cell, formats));
            }
            texts.add(cells);
        }
        return texts;
    }

    private static String text(Element cell, List<String> formats) {
        if (cell.getElementsByTagName("f").getLength() > 0) {
            throw new IllegalStateException("a formula: " + cell.getTextContent());
        }
        String value = cell.getTextContent();
        if (cell.getAttribute("t").equals("inlineStr") || value.isEmpty()) {
            return value;
        }
        String style = cell.getAttribute("s");
        String format = style.isEmpty() ? "" : formats.get(Integer.parseInt(style));
        if (format.equals("yyyy-mm-dd")) {
            return DAY_ZERO.plusDays((long) Double.parseDouble(value)).toString();
        }
        return "#" + new BigDecimal(value).stripTrailingZeros().toPlainString();
    }

    /** The number format of each style. */
    private static List<String> formats(Document styles) {
        Map<String, String> codes = new TreeMap<>();
        for (Element format : elements(styles.getElementsByTagName("numFmt"))) {
            codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        }
        Element used = (Element) styles.getElementsByTagName("cellXfs").item(0);
        return elements(used.getElementsByTagName("xf")).stream()
                .map(style -> codes.getOrDefault(style.getAttribute("numFmtId"), ""))
                .toList();
    }

    private static int column(String place) {
        return place.chars()
                        .filter(Character::isLetter)
                        .reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1)
                - 1;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(place -> (Element) nodes.item(place))
                .toList();
    }

    private static Document xml(Map<String, byte[]> parts, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(parts.get(name)));
    }

    /** As spreadsheets do, by the directory at the end. */
    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Path onDisk = Files.createTempFile("workbook", ".xlsx");
        Map<String, byte[]> parts = new TreeMap<>();
        Files.write(onDisk, file);
        try (ZipFile zip = new ZipFile(onDisk.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(onDisk);
        }
        return parts;
    }
}
