package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Label;

/** How much a matter harms, mildest first. Source: 03 P-COMPLAINT, P-EMERGENCY. */
public enum Severity {
    /** It can wait. */
    MINOR("轻微", "minor"),
    /** As most matters are. */
    NORMAL("一般", "normal"),
    /** The manager is to know. */
    MAJOR("重大", "major"),
    /** Persons or the building are in danger. */
    EMERGENCY("紧急", "emergency");

    private final String zh;
    private final String en;

    Severity(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * What it is called.
     *
     * @return in both languages
     */
    public Label label() {
        return new Label(zh, en);
    }
}
