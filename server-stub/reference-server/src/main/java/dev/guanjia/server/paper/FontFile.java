package dev.guanjia.server.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A file of one font, or of several, of which the first that suits is taken. */
final class FontFile {

    /** What a font must have: a word of receipts, and the mark for what it lacks. */
    private static final String NEEDED = "收据币〓";

    private static final int MAY_NOT_BE_EMBEDDED =
            OS2WindowsMetricsTable.FSTYPE_RESTRICTED
                    | OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING
                    | OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY;

    private FontFile() {}

    /** Reads a file; empty if it is none, or no font in it suits. */
    static Optional<TrueTypeFont> read(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            for (TrueTypeFont font : fonts(path, in)) {
                if (suits(font)) {
                    return Optional.of(font);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // whatever it is, it is no font: there may be another
            return Optional.empty();
        }
    }

    /** The fonts read on from memory, so that no file stays open. */
    private static List<TrueTypeFont> fonts(Path path, InputStream in) throws IOException {
        List<TrueTypeFont> fonts = new ArrayList<>();
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
            new TrueTypeCollection(in).processAllFonts(fonts::add);
        } else {
            fonts.add(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        }
        return fonts;
    }

    /** Only quadratic outlines can be embedded in part. */
    private static boolean suits(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable rights = font.getOS2Windows();
        return font.getTableMap().containsKey("glyf")
                && rights != null
                && (rights.getFsType() & MAY_NOT_BE_EMBEDDED) == 0
                && hasAll(font);
    }

    private static boolean hasAll(TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        return NEEDED.codePoints().allMatch(point -> glyphs.getGlyphId(point) != 0);
    }
}
