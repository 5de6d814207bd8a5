package dev.guanjia.server.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.server.paper.Paper.Column;
import dev.guanjia.server.paper.Paper.Field;
import dev.guanjia.server.paper.Paper.Grid;
import dev.guanjia.server.paper.Paper.Head;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperPdfTest {

    private static final int HALF_OF_A_SHEET = 8;

    @Test
    void twoShortCopiesShareASheetAndLongOnesGoOnOverleaf() throws IOException {
        assertThat(pages(both(HALF_OF_A_SHEET))).isEqualTo(1);
        List<Paper> papers = both(90);
        assertThat(pages(papers)).isEqualTo(6);
        String text = text(papers);
        for (int row = 0; row < 90; row++) {
            assertThat(text.split("第" + row + "行", -1)).as("row %d", row).hasSize(3);
        }
        assertThat(text.split("签字", -1)).hasSize(3);
    }

    @Test
    void whatTheFontLacksIsMarkedAndNothingElseChanges() throws IOException {
        String text = text(List.of(paper("张\uE7C7\t朗\uF92C 1", 1)));
        assertThat(text).contains("张〓 朗郎 1");
    }

    /** Every character of GB 2312, the ones that people's names and places are made of. */
    @Test
    void chineseReadsBackAsItWasWritten() throws IOException {
        Charset gb2312 = Charset.forName("GB2312");
        String all =
                IntStream.rangeClosed(0x4e00, 0x9fff)
                        .mapToObj(Character::toString)
                        .filter(one -> gb2312.newEncoder().canEncode(one))
                        .collect(Collectors.joining());
        assertThat(all).hasSize(6763);
        String text = text(List.of(paper(all, 1))).replaceAll("\\s", "");
        assertThat(text).contains(all);
    }

    @Test
    void aPageEscapesWhatPeopleWrite() {
        String page = PaperPage.print("收<据>", List.of(paper("\"<b>&", 1)));
        assertThat(page).contains("收&lt;据&gt;", "&quot;&lt;b&gt;&amp;").doesNotContain("<b>");
    }

    @Test
    void aRowFillsItsColumns() {
        List<Column> columns = List.of(new Column("a", 100, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(columns, List.of(List.of("1", "2"))));
    }

    private static List<Paper> both(int rows) {
        return List.of(paper("存根", rows), paper("收据", rows));
    }

    private static Paper paper(String value, int rows) {
        List<Column> columns = List.of(new Column("项目", 60, false), new Column("金额", 40, true));
        List<List<String>> lines =
                IntStream.range(0, rows).mapToObj(i -> List.of("第" + i + "行", "1.00")).toList();
        return new Paper(
                new Head("公司", "收据", "No. 1", "", "副本"),
                List.of(new Field("名称", value)),
                new Grid(columns, lines),
                List.of(new Field("合计", "壹元整")),
                List.of("说明"),
                List.of("签字"));
    }

    private static int pages(List<Paper> papers) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(MachineFonts.required().print("测试", papers).orElseThrow())) {
            return document.getNumberOfPages();
        }
    }

    private static String text(List<Paper> papers) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(MachineFonts.required().print("测试", papers).orElseThrow())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
