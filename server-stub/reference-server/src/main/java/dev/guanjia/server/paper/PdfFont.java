package dev.guanjia.server.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of one document, of which only the characters used are embedded. */
final class PdfFont {

    /** What printers set for a character they have no type for. */
    private static final int MISSING = '〓';

    private static final int WIDE_SPACE = 0x3000;
    private static final float UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private PdfFont(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static PdfFont of(PDDocument document, TrueTypeFont file) throws IOException {
        return new PdfFont(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
    }

    PDType0Font font() {
        return font;
    }

    /** The text in characters that the font has. */
    String known(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> isBlank(point) ? ' ' : point)
                .map(point -> glyphs.getGlyphId(point) == 0 ? MISSING : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBlank(int point) {
        return point != WIDE_SPACE
                && (Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    /** How wide a text is that {@link #known} gave, in points. */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) * size / UNITS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
