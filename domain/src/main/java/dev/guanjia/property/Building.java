package dev.guanjia.property;

/**
 * A building of a community (楼栋).
 *
 * @param id which one
 * @param community where it stands
 * @param code short text that lists and bills sort by, e.g. {@code 06}, not blank
 * @param name what people call it, not blank
 */
public record Building(BuildingId id, CommunityId community, String code, String name) {

    /** A building has a code and a name. */
    public Building {
        PropertyText.require("building code", code);
        PropertyText.require("building name", name);
    }
}
