package dev.guanjia.description;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints a sheet as Markdown with tables; nothing in the data is taken for a mark. */
final class MarkdownForm implements Sheet.Form<String> {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>|~]");
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern LINE_MARK = Pattern.compile("^(\\d+)([.)])|^([#+-])");

    static String print(Sheet sheet) {
        MarkdownForm form = new MarkdownForm();
        return "# "
                + escape(sheet.title())
                + "\n\n"
                + sheet.blocks().stream()
                        .map(block -> block.accept(form))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public String heading(Sheet.Heading heading) {
        return "#".repeat(heading.level()) + " " + escape(heading.text()) + "\n";
    }

    @Override
    public String paragraph(Sheet.Paragraph paragraph) {
        return LINE_MARK.matcher(escape(paragraph.text())).replaceFirst("$1\\\\$2$3") + "\n";
    }

    @Override
    public String bullets(Sheet.Bullets bullets) {
        return bullets.items().stream()
                .map(item -> "- " + escape(item) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String grid(Sheet.Grid grid) {
        return row(grid.header())
                + "|"
                + "---|".repeat(grid.header().size())
                + "\n"
                + grid.rows().stream().map(MarkdownForm::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(MarkdownForm::escape)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escape(String text) {
        String oneLine = LINE_END.matcher(text).replaceAll(" ").replace("&", "&amp;");
        return MARKS.matcher(oneLine).replaceAll("\\\\$0");
    }
}
