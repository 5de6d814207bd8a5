package dev.guanjia.server.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Lays papers out as PDF on A4: two on a sheet where both fit on half of one. */
public final class PaperPdf {

    private final ChineseFonts fonts;

    /**
     * Prints with a Chinese font of this machine.
     *
     * @param fonts where one may be
     */
    public PaperPdf(ChineseFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Prints papers, one document at a time, so that the memory for fonts is taken once.
     *
     * @param title the title of the document
     * @param papers one after the other
     * @return the file; empty if there is no font to print with
     */
    public synchronized Optional<byte[]> print(String title, List<Paper> papers) {
        return fonts.find().map(font -> print(font, title, papers));
    }

    private static byte[] print(TrueTypeFont font, String title, List<Paper> papers) {
        try (PDDocument document = new PDDocument()) {
            describe(document, title);
            PdfPen pen = new PdfPen(document, font);
            float half = PdfPen.HEIGHT / 2;
            boolean pairs =
                    papers.size() > 1
                            && papers.stream().allMatch(one -> PdfForm.height(pen, one) <= half);
            for (int i = 0; i < papers.size(); i++) {
                boolean below = pairs && i % 2 == 1;
                if (!below) {
                    pen.turn();
                } else {
                    pen.cut(half);
                }
                new PdfForm(pen, papers.get(i), below ? half : PdfPen.HEIGHT).print();
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator("Guanjia");
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences shown =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
    }
}
