package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Label;

/** Who asks. Source: 03 P-INTAKE; 06 A-90 for the staff. */
public enum CustomerClass {
    /** Owns the unit. */
    OWNER("业主", "owner"),
    /** Lives or works there without owning or renting it. */
    OCCUPANT("物业使用人", "occupant"),
    /** Rents it. */
    TENANT("租户", "tenant"),
    /** Keeps a shop. */
    MERCHANT("商户", "merchant"),
    /** Is there for a visit. */
    GUEST("访客", "guest"),
    /** Works for the company and speaks for himself. Source: 06 A-90. */
    STAFF("员工", "staff"),
    /** The company itself found it. */
    INTERNAL("内部", "internal");

    private final String zh;
    private final String en;

    CustomerClass(String zh, String en) {
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
