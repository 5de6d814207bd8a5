package dev.guanjia.server.paper;

import dev.guanjia.server.paper.Paper.Column;
import dev.guanjia.server.paper.Paper.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays papers out as one HTML page that needs no other file and can be printed. */
public final class PaperPage {

    private static final String STYLE =
            """
            @page{size:A4;margin:0}
            *{box-sizing:border-box}
            body{margin:0;background:#eee;color:#1c2430;
            font:13px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
            section{position:relative;width:210mm;min-height:148mm;margin:0 auto;padding:10mm 17mm;
            background:#fff;overflow:hidden;break-inside:avoid}
            section+section{border-top:1px dashed #999}
            header{display:flex;justify-content:space-between;font-size:12px;color:#555}
            h1{margin:2mm 0 1mm;text-align:center;font-size:24px;letter-spacing:.3em;text-indent:.3em}
            .number{text-align:right;color:#a8201a;font-size:14px;min-height:1.6em}
            dl{display:grid;grid-template-columns:1fr 1fr;gap:1mm 8mm;margin:2mm 0}
            dl div{display:flex;border-bottom:1px solid #ddd}
            dt{color:#555;min-width:6em}dd{margin:0;flex:1}
            table{width:100%;border-collapse:collapse;table-layout:fixed}
            th,td{border:1px solid #8a94a3;padding:1mm 2mm;text-align:left;overflow-wrap:anywhere}
            th{background:#f1f4f8;font-weight:600}
            .n{text-align:right;font-variant-numeric:tabular-nums}
            .sums{display:flex;justify-content:space-between;border:1px solid #8a94a3;border-top:0;
            padding:1.5mm 2mm;font-weight:600}
            .notes{margin:2mm 0;padding:0;list-style:none;font-size:12px;color:#555}
            footer{display:flex;justify-content:space-between;margin-top:8mm}
            .mark{position:absolute;left:0;right:0;top:42%;text-align:center;font-size:52px;
            letter-spacing:.1em;color:#a8201a;opacity:.16;transform:rotate(-18deg)}
            @media print{body{background:none}}
            """;

    private PaperPage() {}

    /**
     * Prints papers.
     *
     * @param title the title of the page
     * @param papers one below the other
     * @return the page in UTF-8, without scripts or links
     */
    public static String print(String title, List<Paper> papers) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + escaped(title)
                + "</title>\n<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n"
                + papers.stream().map(PaperPage::section).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    private static String section(Paper paper) {
        Paper.Head head = paper.head();
        return "<section>\n<header><span>"
                + escaped(head.company())
                + "</span><span>"
                + escaped(head.copy())
                + "</span></header>\n<h1>"
                + escaped(head.title())
                + "</h1>\n<div class=\"number\">"
                + escaped(head.number())
                + "</div>\n<dl>"
                + each(paper.fields(), PaperPage::field)
                + "</dl>\n"
                + table(paper.grid())
                + "<div class=\"sums\">"
                + each(paper.totals(), PaperPage::total)
                + "</div>\n<ul class=\"notes\">"
                + each(paper.notes(), note -> "<li>" + escaped(note) + "</li>")
                + "</ul>\n<footer>"
                + each(paper.signatures(), who -> "<span>" + escaped(who) + "</span>")
                + "</footer>\n"
                + (head.mark().isEmpty()
                        ? ""
                        : "<div class=\"mark\">" + escaped(head.mark()) + "</div>\n")
                + "</section>\n";
    }

    private static <T> String each(List<T> all, Function<T, String> one) {
        return all.stream().map(one).collect(Collectors.joining());
    }

    private static String field(Field field) {
        return "<div><dt>"
                + escaped(field.label())
                + "</dt><dd>"
                + escaped(field.value())
                + "</dd></div>";
    }

    private static String total(Field field) {
        return "<span>" + escaped(field.label()) + " " + escaped(field.value()) + "</span>";
    }

    private static String table(Paper.Grid grid) {
        return "<table>\n<colgroup>"
                + each(grid.columns(), c -> "<col style=\"width:" + c.share() + "%\">")
                + "</colgroup>\n<tr>"
                + each(grid.columns(), c -> cell("th", c, c.title()))
                + "</tr>\n"
                + each(grid.rows(), row -> row(grid.columns(), row))
                + "</table>\n";
    }

    private static String row(List<Column> columns, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> cell("td", columns.get(i), row.get(i)))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String cell(String tag, Column column, String text) {
        String right = column.number() ? " class=\"n\"" : "";
        return "<" + tag + right + ">" + escaped(text) + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
