package dev.guanjia.server.application;

import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.util.List;

/** Why a paper is not printed. */
public enum PaperRefusal implements RefusalCode {
    /** The machine has no Chinese TrueType font. Facts: {@code package}, {@code setting}. */
    NO_CHINESE_FONT("no-chinese-font");

    private final String key;

    PaperRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refused refused() {
        return Refused.because(
                List.of(
                        because(
                                "package",
                                "fonts-wqy-microhei",
                                "setting",
                                "GUANJIA_RECEIPT_FONT")));
    }
}
