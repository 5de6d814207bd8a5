package dev.guanjia.server.paper;

import dev.guanjia.server.paper.Paper.Column;
import dev.guanjia.server.paper.Paper.Field;
import dev.guanjia.server.paper.PdfPen.Look;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One copy of a paper on a sheet, from the top down; what does not fit goes on overleaf. */
final class PdfForm {

    private static final float TOP = 28;
    private static final float BOTTOM = 20;
    private static final float HEAD = 86;
    private static final float LINE = 13;
    private static final float PAD = 4;
    private static final float SIGNATURES = 42;
    private static final float STAMP_ABOVE_END = 20;
    private static final float WIDTH = PdfPen.RIGHT - PdfPen.LEFT;
    private static final Look TEXT = Look.plain(9.5f);
    private static final Look LABEL = Look.faint(9.5f);
    private static final Look STRONG = Look.bold(9.5f);
    private static final Look SMALL = Look.faint(8.5f);

    private final PdfPen pen;
    private final Paper paper;
    private final float top;
    private float y;

    PdfForm(PdfPen pen, Paper paper, float top) {
        this.pen = pen;
        this.paper = paper;
        this.top = top;
        this.y = top - TOP;
    }

    /** How high a paper is if it stands on one sheet. */
    static float height(PdfPen pen, Paper paper) {
        PdfForm form = new PdfForm(pen, paper, 0);
        float rows =
                (float)
                        paper.grid().rows().stream()
                                .mapToDouble(row -> form.height(form.cells(row)))
                                .sum();
        return TOP
                + HEAD
                + form.fieldRows().stream().map(form::fieldHeight).reduce(0f, Float::sum)
                + PAD
                + (LINE + PAD)
                + rows
                + (LINE + 3 * PAD)
                + paper.notes().size() * LINE
                + SIGNATURES
                + BOTTOM;
    }

    void print() throws IOException {
        head();
        for (List<Field> row : fieldRows()) {
            fields(row);
        }
        y -= PAD;
        titles();
        for (List<String> row : paper.grid().rows()) {
            line(row);
        }
        totals();
        notes();
        signatures();
        stamp();
    }

    private void head() throws IOException {
        Paper.Head head = paper.head();
        pen.write(head.company(), PdfPen.LEFT, y - 10, Look.bold(10.5f));
        pen.writeRight(head.copy(), PdfPen.RIGHT, y - 10, SMALL);
        float middle = (PdfPen.LEFT + PdfPen.RIGHT) / 2;
        pen.writeMiddle(spaced(head.title()), middle, y - 42, Look.bold(20));
        pen.rule(y - 54, 1.1f);
        pen.rule(y - 56.5f, 0.4f);
        pen.writeRight(head.number(), PdfPen.RIGHT, y - 71, new Look(11, true, Look.RED));
        if (!head.mark().isEmpty()) {
            pen.write(head.mark(), PdfPen.LEFT, y - 71, new Look(9.5f, true, Look.RED));
        }
        y -= HEAD;
    }

    /** A short title is set wide. */
    private static String spaced(String title) {
        return title.length() > 2 ? title : String.join("　", title.split(""));
    }

    private List<List<Field>> fieldRows() {
        List<Field> all = paper.fields();
        return IntStream.range(0, (all.size() + 1) / 2)
                .mapToObj(i -> all.subList(2 * i, Math.min(2 * i + 2, all.size())))
                .toList();
    }

    private float fieldHeight(List<Field> row) {
        int lines = row.stream().mapToInt(field -> valueLines(field).size()).max().orElse(1);
        return lines * LINE + PAD;
    }

    private List<String> valueLines(Field field) {
        float room = WIDTH / 2 - PAD - pen.width(field.label() + "：", LABEL);
        return pen.lines(field.value(), room, TEXT);
    }

    private void fields(List<Field> row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            float x = PdfPen.LEFT + i * WIDTH / 2;
            String label = row.get(i).label() + "：";
            pen.write(label, x, y - 10, LABEL);
            write(valueLines(row.get(i)), x + pen.width(label, LABEL), y - 10);
        }
        y -= fieldHeight(row);
    }

    private void write(List<String> lines, float x, float from) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            pen.write(lines.get(i), x, from - i * LINE, TEXT);
        }
    }

    private void titles() throws IOException {
        List<String> titles = paper.grid().columns().stream().map(Column::title).toList();
        row(titles, true);
    }

    private void line(List<String> row) throws IOException {
        if (y - height(cells(row)) < BOTTOM) {
            pen.turn();
            y = PdfPen.HEIGHT - TOP;
            titles();
        }
        row(row, false);
    }

    private List<List<String>> cells(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            float room = width(i) - 2 * PAD;
            cells.add(pen.lines(row.get(i), room, TEXT));
        }
        return cells;
    }

    private float height(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1) * LINE + PAD;
    }

    private float width(int column) {
        return WIDTH * paper.grid().columns().get(column).share() / 100;
    }

    private void row(List<String> row, boolean title) throws IOException {
        List<List<String>> cells = cells(row);
        float height = height(cells);
        float x = PdfPen.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            pen.box(new PDRectangle(x, y - height, width(i), height), title);
            cell(cells.get(i), x, i, title ? STRONG : TEXT);
            x += width(i);
        }
        y -= height;
    }

    private void cell(List<String> lines, float x, int column, Look look) throws IOException {
        boolean number = paper.grid().columns().get(column).number();
        for (int i = 0; i < lines.size(); i++) {
            float line = y - 12 - i * LINE;
            if (number) {
                pen.writeRight(lines.get(i), x + width(column) - PAD, line, look);
            } else {
                pen.write(lines.get(i), x + PAD, line, look);
            }
        }
    }

    private void totals() throws IOException {
        room(LINE + 2 * PAD);
        float height = LINE + 2 * PAD;
        pen.box(new PDRectangle(PdfPen.LEFT, y - height, WIDTH, height), true);
        List<Field> totals = paper.totals();
        for (int i = 0; i < totals.size(); i++) {
            String text = totals.get(i).label() + "：" + totals.get(i).value();
            if (i == totals.size() - 1 && i > 0) {
                pen.writeRight(text, PdfPen.RIGHT - PAD, y - 14, Look.bold(10.5f));
            } else {
                pen.write(text, PdfPen.LEFT + PAD + i * WIDTH / 3, y - 14, Look.bold(10.5f));
            }
        }
        y -= height + PAD;
    }

    private void notes() throws IOException {
        for (String note : paper.notes()) {
            room(LINE);
            pen.write(note, PdfPen.LEFT, y - 10, SMALL);
            y -= LINE;
        }
    }

    private void signatures() throws IOException {
        room(SIGNATURES);
        List<String> all = paper.signatures();
        for (int i = 0; i < all.size(); i++) {
            pen.write(all.get(i), PdfPen.LEFT + i * WIDTH / all.size(), y - 30, TEXT);
        }
    }

    /** Stands last, so that nothing covers it. */
    private void stamp() throws IOException {
        String mark = paper.head().mark();
        if (!mark.isEmpty()) {
            pen.stamp(mark, y + STAMP_ABOVE_END);
        }
    }

    private void room(float height) {
        if (y - height < BOTTOM - PAD && top == PdfPen.HEIGHT) {
            pen.turn();
            y = PdfPen.HEIGHT - TOP;
        }
    }
}
