package dev.guanjia.server.paper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Whether PDF can be printed on this machine. */
public final class MachineFonts {

    private MachineFonts() {}

    /** Skips the test, saying why, where it cannot. */
    public static PaperPdf required() {
        ChineseFonts fonts = ChineseFonts.of(Optional.empty());
        assumeTrue(fonts.find().isPresent(), "no Chinese font here: install fonts-wqy-microhei");
        return new PaperPdf(fonts);
    }
}
