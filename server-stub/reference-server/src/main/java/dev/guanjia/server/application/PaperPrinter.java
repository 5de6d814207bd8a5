package dev.guanjia.server.application;

import dev.guanjia.server.paper.ChineseFonts;
import dev.guanjia.server.paper.Paper;
import dev.guanjia.server.paper.PaperPdf;
import dev.guanjia.server.settings.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints papers as PDF with a font of this machine. */
@Component
public class PaperPrinter {

    private final PaperPdf papers;

    PaperPrinter(Settings settings) {
        this.papers = new PaperPdf(ChineseFonts.of(settings.receiptFont()));
    }

    /**
     * Prints papers; refused where the machine has no font for them.
     *
     * @param title the title of the document
     * @param all one after the other
     * @return the file
     */
    public byte[] pdf(String title, List<Paper> all) {
        return papers.print(title, all).orElseThrow(PaperRefusal.NO_CHINESE_FONT::refused);
    }
}
