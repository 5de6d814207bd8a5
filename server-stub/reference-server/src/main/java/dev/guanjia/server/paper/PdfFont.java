package dev.guanjia.server.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Noto Sans SC with the 21,000 characters of GBK. It is read when the first paper is printed, kept
 * as long as memory allows, and of each file only the characters used are embedded.
 */
final class PdfFont {

    private static final String FILE = "NotoSansSC-Regular.ttf";

    /** What printers set for a character they have no type for. */
    private static final int MISSING = '〓';

    private static final int WIDE_SPACE = 0x3000;
    private static final float UNITS = 1000;

    private static SoftReference<TrueTypeFont> kept = new SoftReference<>(null);

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private PdfFont(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /** The font of one document. The parsed file is shared: print one document at a time. */
    static PdfFont of(PDDocument document) throws IOException {
        TrueTypeFont file = kept.get();
        if (file == null) {
            file = read();
            kept = new SoftReference<>(file);
        }
        return new PdfFont(PDType0Font.load(document, file, true), file.getUnicodeCmapLookup());
    }

    private static TrueTypeFont read() throws IOException {
        try (InputStream in = PdfFont.class.getResourceAsStream(FILE)) {
            byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        }
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
