package dev.guanjia.description;

import java.util.List;
import java.util.stream.Collectors;

/** Prints a sheet as one self-contained page; nothing in the data is taken for a mark. */
final class HtmlForm implements Sheet.Form<String> {

    private static final String STYLE =
            """
            body{font:15px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#222;\
            max-width:60em;margin:2em auto;padding:0 1em}
            h1{font-size:1.6em;border-bottom:2px solid #222}
            h2{font-size:1.2em;margin-top:1.6em}
            h3{font-size:1em;margin-bottom:.3em}
            table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}
            th{background:#eee}
            @media print{body{margin:0;max-width:none;font-size:11pt}\
            tr{break-inside:avoid}h2,h3{break-after:avoid}}
            """;

    static String print(Sheet sheet) {
        HtmlForm form = new HtmlForm();
        String body =
                sheet.blocks().stream()
                        .map(block -> block.accept(form))
                        .collect(Collectors.joining());
        String title = escape(sheet.title());
        return "<!DOCTYPE html>\n<html lang=\""
                + escape(sheet.lang())
                + "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + tag("title", title)
                + "<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n"
                + tag("h1", title)
                + body
                + "</body>\n</html>\n";
    }

    @Override
    public String heading(Sheet.Heading heading) {
        return tag("h" + heading.level(), escape(heading.text()));
    }

    @Override
    public String paragraph(Sheet.Paragraph paragraph) {
        return tag("p", escape(paragraph.text()));
    }

    @Override
    public String bullets(Sheet.Bullets bullets) {
        return "<ul>\n"
                + bullets.items().stream()
                        .map(item -> tag("li", escape(item)))
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    @Override
    public String grid(Sheet.Grid grid) {
        return "<table>\n<thead>\n"
                + row("th", grid.header())
                + "</thead>\n<tbody>\n"
                + grid.rows().stream().map(row -> row("td", row)).collect(Collectors.joining())
                + "</tbody>\n</table>\n";
    }

    private static String row(String cell, List<String> cells) {
        return cells.stream()
                .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String tag(String name, String escaped) {
        return "<" + name + ">" + escaped + "</" + name + ">\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
