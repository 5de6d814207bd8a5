package dev.guanjia.server.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Writes and draws on sheets of A4. Points, from the lower left corner. */
final class PdfPen {

    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float LEFT = 48;
    static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;

    private static final float BOLD = 0.035f;
    private static final float STAMP = 46;
    private static final float PALE = 0.16f;
    private static final Color TINT = new Color(0xf1, 0xf4, 0xf8);
    private static final Color FRAME = new Color(0x8a, 0x94, 0xa3);

    private final PDDocument document;
    private final PdfFont font;
    private PDPage page = new PDPage(PDRectangle.A4);

    /** How text looks. */
    record Look(float size, boolean bold, Color color) {

        static final Color INK = new Color(0x1c, 0x24, 0x30);
        static final Color GREY = new Color(0x5a, 0x62, 0x6e);
        static final Color RED = new Color(0xa8, 0x20, 0x1a);

        static Look plain(float size) {
            return new Look(size, false, INK);
        }

        static Look faint(float size) {
            return new Look(size, false, GREY);
        }

        static Look bold(float size) {
            return new Look(size, true, INK);
        }
    }

    PdfPen(PDDocument document, TrueTypeFont file) throws IOException {
        this.document = document;
        this.font = PdfFont.of(document, file);
    }

    /** Begins a new sheet. */
    void turn() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
    }

    /** Writes a line that begins at {@code x}. */
    void write(String text, float x, float y, Look look) throws IOException {
        draw(
                stream -> {
                    style(stream, look);
                    stream.beginText();
                    stream.setFont(font.font(), look.size());
                    stream.newLineAtOffset(x, y);
                    stream.showText(font.known(text));
                    stream.endText();
                });
    }

    private static void style(PDPageContentStream stream, Look look) throws IOException {
        stream.setNonStrokingColor(look.color());
        if (look.bold()) {
            stream.setStrokingColor(look.color());
            stream.setLineWidth(look.size() * BOLD);
            stream.setRenderingMode(RenderingMode.FILL_STROKE);
        }
    }

    void writeRight(String text, float x, float y, Look look) throws IOException {
        write(text, x - width(text, look), y, look);
    }

    void writeMiddle(String text, float x, float y, Look look) throws IOException {
        write(text, x - width(text, look) / 2, y, look);
    }

    float width(String text, Look look) {
        return font.width(font.known(text), look.size());
    }

    /** Breaks a text into lines of at most that width; Chinese breaks anywhere. */
    List<String> lines(String text, float width, Look look) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String longer = line + Character.toString(point);
            if (!line.isEmpty() && width(longer, look) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(point);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A line from margin to margin. */
    void rule(float y, float thickness) throws IOException {
        draw(
                stream -> {
                    stream.setStrokingColor(Look.INK);
                    stream.setLineWidth(thickness);
                    stream.moveTo(LEFT, y);
                    stream.lineTo(RIGHT, y);
                    stream.stroke();
                });
    }

    /** Where the sheet is cut. */
    void cut(float y) throws IOException {
        draw(
                stream -> {
                    stream.setStrokingColor(Look.GREY);
                    stream.setLineDashPattern(new float[] {4, 4}, 0);
                    stream.setLineWidth(0.5f);
                    stream.moveTo(0, y);
                    stream.lineTo(PDRectangle.A4.getWidth(), y);
                    stream.stroke();
                });
    }

    /** A frame, tinted or empty. */
    void box(PDRectangle box, boolean tinted) throws IOException {
        draw(
                stream -> {
                    stream.setNonStrokingColor(TINT);
                    stream.setStrokingColor(FRAME);
                    stream.setLineWidth(0.6f);
                    stream.addRect(
                            box.getLowerLeftX(),
                            box.getLowerLeftY(),
                            box.getWidth(),
                            box.getHeight());
                    if (tinted) {
                        stream.fillAndStroke();
                    } else {
                        stream.stroke();
                    }
                });
    }

    /** Writes across the paper, so that what is below can still be read. */
    void stamp(String text, float y) throws IOException {
        Look look = new Look(STAMP, true, Look.RED);
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(PALE);
        pale.setStrokingAlphaConstant(PALE);
        float x = (LEFT + RIGHT - width(text, look)) / 2;
        draw(
                stream -> {
                    stream.setGraphicsStateParameters(pale);
                    style(stream, look);
                    stream.beginText();
                    stream.setFont(font.font(), look.size());
                    stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(16), x, y));
                    stream.showText(font.known(text));
                    stream.endText();
                });
    }

    /** What is drawn with the page's own look and leaves it as it was. */
    private interface Drawing {
        void on(PDPageContentStream stream) throws IOException;
    }

    private void draw(Drawing drawing) throws IOException {
        try (PDPageContentStream stream =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, false)) {
            stream.saveGraphicsState();
            drawing.on(stream);
            stream.restoreGraphicsState();
        }
    }
}
