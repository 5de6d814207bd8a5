package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Label;

/** What kind of place a matter is about. Source: 03 P-REPAIR: inside the unit, or in common. */
public enum PlaceKind {
    /** Inside an owner's unit (户内). */
    PRIVATE_UNIT("户内", "private unit"),
    /** Lobby, corridor, stairs, roof. */
    COMMON_AREA("公共部位", "common area"),
    /** Lift, pump, fire system, mains. */
    SHARED_FACILITY("共用设施设备", "shared facility"),
    /** Roads, green, parking in the open. */
    GROUNDS("园区场地", "grounds");

    private final String zh;
    private final String en;

    PlaceKind(String zh, String en) {
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
